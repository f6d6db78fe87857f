// Papers handed in: what is kept of them, what is said of them at once, and what is refused.
import assert from 'node:assert/strict';
import { PHONE } from '../lib/browser.mjs';
import { cardOnTable, certificate } from '../lib/files.mjs';
import { journey } from '../lib/journey.mjs';
import { judge } from '../lib/judges.mjs';
import {
  answerQuestionnaire, begin, isToldWhatIsWrong, proveIdentity, register, toNextStep, upload,
} from '../lib/steps.mjs';
import { eventually, resident } from '../lib/world.mjs';

const SEEN = {
  id: { title: 'Foto ini mungkin sulit dibaca', blurred: 'Foto tampak buram', keep: 'foto ini boleh dipakai' },
  en: { title: 'This photo may be hard to read', blurred: 'The photo looks blurred', keep: 'you may keep this photo' },
};

for (const device of [
  { viewport: PHONE, alsoWide: true },
  { viewport: PHONE, language: 'en', javaScript: false },
]) {
  const how = device.javaScript === false ? 'in English, without scripts' : 'on a phone';

  journey(`a clear photo, a blurred one and a PDF are kept, seen and told apart (${how})`, async person => {
    const page = await atTheDocuments(person, device);
    const seen = SEEN[page.language];
    const note = paper(page, 'KTP').locator('.paper-seen');

    await upload(page, 'KTP', await cardOnTable('KTP', { blur: 9 }));
    assert.equal(page.answer.status(), 200);
    for (const words of Object.values(seen)) {
      assert.ok((await note.innerText()).includes(words), words);
    }
    await judge(page, 'step 3, a blurred photo');

    await upload(page, 'KTP', await cardOnTable('KTP'));
    await paper(page, 'KTP').locator('.paper-now').waitFor();
    assert.equal(await note.count(), 0, 'nothing is said of a clear photo');
    await upload(page, 'CIVIL_PROOF', await certificate('Akta'));
    for (const kind of ['KTP', 'CIVIL_PROOF']) {
      await showsASmallPicture(page, kind);
    }
    await isWhatItSays(page, 'KTP', 'image/jpeg');
    await isWhatItSays(page, 'CIVIL_PROOF', 'application/pdf');
    await judge(page, 'step 3, small pictures');
    await isToldWhatWasRead(page);
  });
}

/** The card is somebody else's: a program has read so meanwhile, and it is said as a hint. */
async function isToldWhatWasRead(page) {
  const note = paper(page, 'KTP').locator('.paper-read');
  await eventually('the card being read', async () => {
    await page.reload();
    return await note.count() > 0;
  }, 60);
  assert.match(await note.innerText(), /NIK/);
  assert.doesNotMatch(await note.innerText(), /\d{4}/, 'what stands there is not shown');
  await judge(page, 'step 3, read otherwise');
}

journey('a line that breaks while a photo is sent is tried again until it holds, and the photo is kept once', async person => {
  const page = await atTheDocuments(person, { viewport: PHONE });
  const form = page.locator('form:has(#KTP)');
  await form.locator('input[type=file]').setInputFiles(await cardOnTable('KTP'));
  await page.context().setOffline(true);
  await form.locator('button[type=submit]').click();
  await form.getByText('Sambungan terputus').waitFor();
  page.complaints.length = 0; // that the line was broken is no complaint
  await judge(page, 'step 3, the line broke', { weigh: false });
  await page.context().setOffline(false);
  await paper(page, 'KTP').locator('.paper-now').waitFor();
  page.complaints.length = 0;
  await judge(page, 'step 3, sent after all', { weigh: false });
});

journey('a line that breaks in the middle of a file goes on where it stopped', async person => {
  const page = await atTheDocuments(person, { viewport: PHONE });
  const akta = await certificate('Akta');
  const half = Math.floor(akta.buffer.length / 2);
  const begun = [];
  await page.route('**/dokumen/unggahan/*', async route => {
    const request = route.request();
    if (request.method() !== 'PATCH' || begun.push(Number(request.headers()['upload-offset'])) > 1) {
      return route.continue();
    }
    const { 'tus-resumable': tus, 'x-xsrf-token': token, 'content-type': type } = request.headers();
    const headers = { 'tus-resumable': tus, 'x-xsrf-token': token, 'content-type': type, 'upload-offset': '0' };
    await page.context().request.patch(request.url(), { headers, data: akta.buffer.subarray(0, half) });
    return route.abort('connectionreset'); // half of it has come, and the browser knows of nothing
  });
  await page.locator('form:has(#CIVIL_PROOF) input[type=file]').setInputFiles(akta);
  await page.locator('form:has(#CIVIL_PROOF) button[type=submit]').click();
  await paper(page, 'CIVIL_PROOF').locator('.paper-now').waitFor();
  assert.deepEqual(begun, [0, half]);
  await isWhatItSays(page, 'CIVIL_PROOF', 'application/pdf');
  page.complaints.length = 0; // that the line was broken is no complaint
});

journey('a wrong file is refused in words, and what was handed in before stays', async person => {
  const page = await atTheDocuments(person, { viewport: PHONE });
  await upload(page, 'KTP', await cardOnTable('KTP'));
  const before = await paper(page, 'KTP').locator('.paper-now a').getAttribute('href');
  const whole = await certificate('Akta');
  for (const buffer of [Buffer.from('bukan gambar'), whole.buffer.subarray(0, whole.buffer.length * 0.9)]) {
    await upload(page, 'KTP', { name: 'akta.pdf', mimeType: 'application/pdf', buffer });
    await isToldWhatIsWrong(page, ['KTP']);
    assert.equal(await paper(page, 'KTP').locator('.paper-now a').getAttribute('href'), before);
  }
  await judge(page, 'step 3, broken PDF');
});

async function atTheDocuments(person, device) {
  const page = await person('applicant', device);
  const someone = await resident();
  await register(page, someone);
  const id = await begin(page);
  await toNextStep(page, id, 'nik');
  await proveIdentity(page, someone);
  await toNextStep(page, id, 'perdim');
  await answerQuestionnaire(page);
  await toNextStep(page, id, 'dokumen');
  return page;
}

function paper(page, kind) {
  return page.locator(`section:has(#${kind})`);
}

async function showsASmallPicture(page, kind) {
  const picture = paper(page, kind).locator('.paper-now img');
  await picture.scrollIntoViewIfNeeded();
  assert.match(await picture.getAttribute('src'), /\/kecil$/);
  const answer = await page.context().request.get(await picture.getAttribute('src'));
  assert.equal(answer.headers()['content-type'], 'image/jpeg');
  assert.ok((await answer.body()).length < 20_000, 'a small picture is small');
}

async function isWhatItSays(page, kind, type) {
  const answer = await page.context().request.get(await paper(page, kind).locator('.paper-now a').getAttribute('href'));
  assert.equal(answer.status(), 200);
  assert.equal(answer.headers()['content-type'], type);
}

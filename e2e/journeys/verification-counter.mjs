// The counter: originals beside what was uploaded, notes that are kept, and an examination through three people.
import assert from 'node:assert/strict';
import { PHONE } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { judge } from '../lib/judges.mjs';
import { certain } from '../lib/mainJob.mjs';
import { clearHall, officer, showCode } from '../lib/office.mjs';
import { fill, follow, isToldWhatIsWrong, path, press, words } from '../lib/steps.mjs';
import { resident, wakeUpAt } from '../lib/world.mjs';

journey('an original differs, notes are kept, and three people see the examination', async person => {
  const someone = await resident();
  const applicant = await person('applicant', { viewport: PHONE });
  const { id, time, code } = await certain(applicant, someone);
  await wakeUpAt(time);
  const counter = await isServed(person, code);

  await seesTheWholeNumber(counter, someone);
  await counter.goto(`/petugas/wawancara/${id}`);
  await judge(counter, 'interview');
  await fill(counter, { purpose: 'Umrah bersama ibu, berangkat bulan depan.' });
  await counter.getByText('Ketikan tersimpan').waitFor();
  await differs(counter, '');
  await judge(counter, 'interview, what differs is missing');
  await differs(counter, 'Alamat di KTP yang baru');
  assert.equal(await counter.locator('#purpose').inputValue(), 'Umrah bersama ibu, berangkat bulan depan.');
  await counter.locator('summary').filter({ hasText: 'BAP' }).click();
  await fill(counter, { perihal: 'LOST', sebab: 'NEGLIGENCE', berita: 'Hilang di pasar, sudah lapor polisi.' });
  await press(counter, 'Kirim ke kepala seksi');
  await press(counter, 'Selesai wawancara');
  await judge(counter, 'interview, done');
  await counter.goto('/petugas/loket');
  await press(counter, words(counter).finish);
  await press(counter, words(counter).leave);

  await examines(person, 'seksi', id, { hasil: 'SUSPEND', bulan: '6', alasan: 'Lalai.' }, 'Kirim pendapat');
  const head = { hasil: 'SUSPEND', bulan: '12', alasan: 'Paspor hilang dua kali karena lalai.' };
  await examines(person, 'kepala', id, head, 'Tetapkan keputusan');
  await applicant.goto(`/permohonan/${id}/keputusan`);
  assert.match(await applicant.locator('main').innerText(), /Ditangguhkan 12 bulan/);
  await judge(applicant, 'decision');
});

/** Comes in at the door and is called to a counter. */
async function isServed(person, code) {
  const door = await officer(person, 'pintu', '/petugas/pintu');
  const counter = await officer(person, 'loket1', '/petugas/loket');
  counter.unjudged = true;
  if (await counter.locator('#loket').count() === 0) {
    await follow(counter, () => counter.getByRole('button', { name: words(counter).startWork }).first().click());
  }
  await clearHall(counter);
  assert.equal(await showCode(door, code), words(door).comeIn);
  await counter.reload();
  await press(counter, words(counter).callNext);
  await press(counter, words(counter).serve);
  counter.unjudged = false;
  return counter;
}

/** With a reason, which is written down. */
async function seesTheWholeNumber(counter, someone) {
  await counter.goto('/petugas/loket/identitas');
  await press(counter, 'Tampilkan');
  await isToldWhatIsWrong(counter, ['tujuan']);
  await judge(counter, 'whole number, no reason given');
  await counter.locator('main [name=tujuan]').first().check();
  await press(counter, 'Tampilkan');
  assert.ok((await counter.locator('main').innerText()).includes(someone.nik));
  await judge(counter, 'whole number', { weigh: false });
}

async function differs(counter, how) {
  const card = counter.locator('#asli-KTP');
  await card.locator('[name=beda-KTP]').fill(how);
  await follow(counter, () => card.getByRole('button', { name: 'Berbeda' }).click());
}

async function examines(person, post, id, says, button) {
  const page = await officer(person, post, '/petugas/bap');
  await judge(page, `examinations, ${post}`);
  await follow(page, () => page.locator(`a[href="/petugas/bap/${id}"]`).click());
  await judge(page, `examination, ${post}`);
  await fill(page, says);
  await press(page, button);
  assert.match(path(page), /^\/petugas\/bap/);
}

// Whatever is typed, sent or asked for wrongly gets the right status and a page for people.
import assert from 'node:assert/strict';
import { journey } from '../lib/journey.mjs';
import { judge } from '../lib/judges.mjs';
import {
  answerQuestionnaire, begin, checkAndSend, chooseOffice, choosePassport, chooseTime, codeFor, describeSelf, fill,
  fillIn, isToldWhatIsWrong, path, press, proveIdentity, register, registration, tellFamily, toNextStep, upload, uploadDocuments,
  words,
} from '../lib/steps.mjs';
import { resident } from '../lib/world.mjs';

journey('a registration full of mistakes comes back with all of them, and with what was typed', async person => {
  const page = await person('applicant');
  await page.goto('/daftar');
  await press(page, words(page).register);
  await isToldWhatIsWrong(page, ['name', 'nik', 'birthDate', 'email', 'phone', 'password', 'consent']);
  await judge(page, 'register, all blank');
  const typed = { name: 'S1t1 <b>', nik: '12ab', email: 'siti@', phone: '12ab' };
  await fill(page, { ...typed, password: 'pendek' });
  await press(page, words(page).register);
  await isToldWhatIsWrong(page, ['name', 'nik', 'birthDate', 'email', 'phone', 'password', 'consent']);
  for (const [name, value] of Object.entries(typed)) {
    assert.equal(await page.locator(`[name=${name}]`).inputValue(), value);
  }
  assert.equal(await page.locator('[name=password]').inputValue(), '');
  await judge(page, 'register, malformed');
});

journey('a wrong code and a wrong password are said in words', async person => {
  const page = await person('applicant');
  const someone = await resident();
  await page.goto('/daftar');
  await fill(page, registration(someone));
  await press(page, words(page).register);
  await fill(page, { digits: 'abc' });
  await press(page, words(page).confirm);
  await isToldWhatIsWrong(page, ['digits']);
  assert.equal(await page.locator('[name=digits]').inputValue(), 'abc');
  await fill(page, { digits: await codeFor(someone) === '000000' ? '111111' : '000000' });
  await press(page, words(page).confirm);
  await isToldWhatIsWrong(page, ['digits']);
  await judge(page, 'code, wrong');
  await page.goto('/masuk');
  await fill(page, { surel: someone.email, sandi: 'bukan-ini-sandinya' });
  await press(page, words(page).signIn, page.locator('main'));
  await isToldWhatIsWrong(page, ['surel'], 200);
  assert.equal(await page.locator('[name=surel]').inputValue(), someone.email);
  await judge(page, 'sign in, wrong');
});

journey('an unknown address, a wrong method and a forged form each get a page for people', async person => {
  const page = await person('visitor');
  await isMet(page, '/luring', 200, 'offline, its page');
  await isMet(page, '/tidak-ada', 404, 'error, 404');
  await isMet(page, '/jadwal/kantor-yang-tidak-ada', 404, 'error, 404 office');
  await isMet(page, '/daftar/kode/ulang', 405, 'error, 405');
  await page.goto('/masuk');
  await page.locator('main form:has([name=surel]) [name=_csrf]').evaluate(field => { field.value = 'palsu'; });
  await fill(page, { surel: 'siapa@warga.example', sandi: 'apa-saja-boleh' });
  await press(page, words(page).signIn, page.locator('main'));
  assert.equal(page.answer.status(), 403);
  await judge(page, 'error, 403');
});

journey('whoever was signed out while typing signs in beside it and sends what they typed', async person => {
  const page = await person('applicant');
  const someone = await resident();
  await register(page, someone);
  await toNextStep(page, await begin(page), 'nik');
  const { day, month, year } = someone.birth;
  await fill(page, { fullName: someone.name, nik: someone.nik,
    'birthDate.day': day, 'birthDate.month': month, 'birthDate.year': year });
  await page.context().clearCookies({ name: 'titian' });
  await press(page, words(page).checkNik);
  assert.equal(page.answer.status(), 403);
  await judge(page, 'signed out while typing');
  const [beside] = await Promise.all([
    page.context().waitForEvent('page'), page.getByRole('link', { name: 'Masuk di tab baru' }).click()]);
  await fill(beside, { surel: someone.email, sandi: someone.password });
  await press(beside, words(page).signIn, beside.locator('main'));
  await beside.close();
  await press(page, 'Kirim lagi');
  await judge(page, 'signed in anew while typing');
  await press(page, 'Kirim lagi');
  assert.match(path(page), /\/perdim$/);
});

journey('each of the nine steps says what is wrong and keeps what was typed', async person => {
  const page = await person('applicant');
  const someone = await resident();
  await register(page, someone);
  const id = await begin(page);
  const w = words(page);

  await toNextStep(page, id, 'nik');
  await isRefused(page, 'step 1, blank', w.checkNik,
    { fullName: '', nik: '', 'birthDate.day': '', 'birthDate.month': '', 'birthDate.year': '' },
    ['fullName', 'nik', 'birthDate']);
  await isRefused(page, 'step 1, malformed', w.checkNik,
    { fullName: 'S1TI', nik: '3174AB', 'birthDate.day': '31', 'birthDate.month': '2', 'birthDate.year': '1990' },
    ['fullName', 'nik', 'birthDate']);
  await proveIdentity(page, someone);

  await toNextStep(page, id, 'perdim');
  await isRefused(page, 'step 2, wrong', w.save, { addressAbroad: 'A'.repeat(201) },
    ['hasPassport', 'purpose', 'stay', 'addressAbroad']);
  await fill(page, { addressAbroad: '' });
  await answerQuestionnaire(page);
  await uploadDocuments(page);

  await isRefused(page, 'step 4, family blank', w.save, {}, ['father', 'mother', 'maritalStatus']);
  await isRefused(page, 'step 4, family wrong', w.save,
    { father: 'AYAH 1', mother: 'IBU 2', maritalStatus: 'MARRIED', spouse: '<B>' }, ['father', 'mother', 'spouse']);
  await fill(page, { spouse: '' });
  await tellFamily(page, async () => {
    await isRefused(page, 'step 4, relatives blank', w.save, {}, ['homeName', 'homePhone', 'homeRelation']);
    await isRefused(page, 'step 4, relatives wrong', w.save,
      { homeName: 'R2D2', homePhone: '12AB', homeRelation: 'PARENT', abroadName: '3', abroadPhone: '12' },
      ['homeName', 'homePhone', 'abroadName', 'abroadPhone', 'abroadRelation']);
    await fill(page, { abroadName: '', abroadPhone: '' });
  });
  await isRefused(page, 'step 5, no kind', w.save, {}, ['kind']);
  await choosePassport(page);
  await isRefused(page, 'step 5, person wrong', w.save,
    { birthPlace: '!', height: '16', occupation: '?', 'cardIssued.day': '30', 'cardIssued.month': '2', 'cardIssued.year': '2018' },
    ['birthPlace', 'height', 'occupation', 'cardIssued', 'cardValidity']);
  await describeSelf(page, async () => {
    await isRefused(page, 'step 5, residence wrong', w.save, { address: '', postcode: '1234X', phone: 'TELEPON' },
      ['address', 'postcode', 'phone']);
    await fill(page, { postcode: '' });
  });
  await isRefused(page, 'step 6, no office', w.save, {}, ['kantor']);
  await chooseOffice(page);
  await isRefused(page, 'step 7, no hour', w.saveTime, {}, ['slot']);
  await chooseTime(page);
  await isRefused(page, 'step 8, not declared', w.send, {}, ['setuju']);
});

journey('files that are none, are too large or far too large are refused in words', async person => {
  const page = await person('applicant', { javaScript: false });
  const someone = await resident();
  await register(page, someone);
  const id = await begin(page);
  await toNextStep(page, id, 'nik');
  await proveIdentity(page, someone);
  await toNextStep(page, id, 'perdim');
  await answerQuestionnaire(page);
  const file = (size, start) => ({
    name: 'ktp.jpg', mimeType: 'image/jpeg', buffer: Buffer.concat([Buffer.from(start, 'latin1'), Buffer.alloc(size)]),
  });
  await upload(page, 'KTP', file(0, ''));
  assert.equal(page.answer.status(), 422);
  await judge(page, 'step 3, no file', { themes: false });
  await upload(page, 'KTP', file(1_000, '<script>alert(1)</script>'));
  assert.equal(page.answer.status(), 422);
  await judge(page, 'step 3, not a picture', { themes: false });
  await upload(page, 'KTP', file(5_600_000, '\xff\xd8\xff'));
  assert.equal(page.answer.status(), 422);
  await judge(page, 'step 3, too large', { themes: false });
  await upload(page, 'KTP', file(20_000_000, '\xff\xd8\xff'));
  assert.equal(page.answer.status(), 413);
  await judge(page, 'error, 413');
});

journey('what belongs to somebody else is not there, and forged addresses lead nowhere', async person => {
  const owner = await person('owner');
  const someone = await resident();
  owner.unjudged = true;
  await register(owner, someone);
  const { id } = await fillIn(owner, someone);
  await owner.goto(`/permohonan/${id}/dokumen`);
  const file = await owner.locator('.paper-now a').first().getAttribute('href');
  await owner.goto(`/permohonan/${id}/periksa`);
  await checkAndSend(owner);

  const stranger = await person('stranger');
  await register(stranger, await resident());
  for (const address of [`/permohonan/${id}`, `/permohonan/${id}/nik`, `/permohonan/${id}/periksa`, `/tagihan/${id}`,
    `/pass/${id}`, `/pass/${id}/pdf`, `/antrean/${id}`, `/antrean/${id}/isi`, file]) {
    await isMet(stranger, address, 404, 'error, 404 of somebody else');
  }
  for (const place of ['permohonan', 'tagihan', 'pass', 'antrean']) {
    const answer = await stranger.goto(`/${place}/bukan-nomor`);
    assert.ok([400, 404].includes(answer.status()), `/${place}/bukan-nomor is answered ${answer.status()}`);
    await judge(stranger, 'error, forged number', { weigh: false });
  }
  for (const place of ['/petugas', '/petugas/pintu', '/petugas/loket', '/petugas/kantor']) {
    await isMet(stranger, place, 403, 'error, 403 of officers');
  }
  await isMet(stranger, `/tagihan/${id}/sudah-bayar`, 405, 'error, 405');
});

/** Answers like this are shown again as typed, with a summary that links to these fields. */
async function isRefused(page, kind, button, answers, fields) {
  await fill(page, answers);
  await press(page, button);
  await isToldWhatIsWrong(page, fields);
  for (const [name, value] of Object.entries(answers)) {
    const field = page.locator(`main [name="${name}"]`).first();
    const kept = await field.evaluate(one => one.type === 'radio' ? one.form.elements[one.name].value : one.value);
    assert.equal(kept, value, `${name} is kept`);
  }
  await judge(page, kind);
}

async function isMet(page, address, status, kind) {
  const answer = await page.goto(address);
  assert.equal(answer.status(), status, address);
  await judge(page, kind, { weigh: false });
}

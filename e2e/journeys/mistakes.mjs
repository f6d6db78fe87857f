// Whatever is typed, sent or asked for wrongly gets the right status and a page for people.
import assert from 'node:assert/strict';
import { journey } from '../lib/journey.mjs';
import { judge } from '../lib/judges.mjs';
import { codeFor, fill, isToldWhatIsWrong, press, words } from '../lib/steps.mjs';
import { resident } from '../lib/world.mjs';

journey('a registration full of mistakes comes back with all of them, and with what was typed', async person => {
  const page = await person('applicant');
  await page.goto('/daftar');
  await press(page, words(page).register);
  await isToldWhatIsWrong(page, ['name', 'email', 'phone', 'password', 'consent']);
  await judge(page, 'register, all blank');
  const typed = { name: 'S1t1 <b>', email: 'siti@', phone: '12ab' };
  await fill(page, { ...typed, password: 'pendek' });
  await press(page, words(page).register);
  await isToldWhatIsWrong(page, ['name', 'email', 'phone', 'password', 'consent']);
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
  await fill(page, { name: someone.name, email: someone.email, phone: someone.phone, password: someone.password, consent: true });
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
  await isMet(page, '/tidak-ada', 404, 'error, 404');
  await isMet(page, '/jadwal/kantor-yang-tidak-ada', 404, 'error, 404 office');
  await isMet(page, '/daftar/kode/ulang', 405, 'error, 405');
  await page.goto('/masuk');
  await page.locator('main [name=_csrf]').evaluate(field => { field.value = 'palsu'; });
  await fill(page, { surel: 'siapa@warga.example', sandi: 'apa-saja-boleh' });
  await press(page, words(page).signIn, page.locator('main'));
  assert.equal(page.answer.status(), 403);
  await judge(page, 'error, 403');
});

async function isMet(page, address, status, kind) {
  const answer = await page.goto(address);
  assert.equal(answer.status(), status, address);
  await judge(page, kind, { weigh: false });
}

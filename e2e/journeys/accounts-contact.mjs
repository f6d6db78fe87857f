// By what an account is reached: another address with both ends agreeing, a phone that opens it, another provider, the counter.
import assert from 'node:assert/strict';
import { PHONE } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { judge } from '../lib/judges.mjs';
import { officer as officerAt } from '../lib/office.mjs';
import { fill, follow, isToldWhatIsWrong, path, press, register, signIn, signOut, words } from '../lib/steps.mjs';
import { ask, eventually, letter, resident } from '../lib/world.mjs';

for (const device of [{ viewport: PHONE, alsoWide: true }, { language: 'en', javaScript: false }]) {
  journey(`a new address counts once both ends agree, and a phone opens the account by SMS (${device.language ?? 'id'})`, async person => {
    const page = await person('applicant', device);
    const someone = await resident();
    const next = (await resident()).email;
    const en = device.language === 'en';
    await register(page, someone);
    await page.goto('/akun');
    await judge(page, 'own account');
    await page.goto('/akun/identitas');
    await eventually('the civil registry answers', async () => {
      await page.reload();
      return (await page.locator('main .tag.ok').count()) === 1;
    });
    await judge(page, 'identity, matches');

    await page.goto('/akun/kontak');
    await judge(page, 'contact');
    await page.goto('/akun/kontak/surel');
    await judge(page, 'contact, new address');
    await press(page, en ? 'Send the codes' : 'Kirim kode');
    await isToldWhatIsWrong(page, ['email', 'password']);
    await fill(page, { email: next, password: someone.password });
    await press(page, en ? 'Send the codes' : 'Kirim kode');
    assert.equal(path(page), '/akun/kontak/kode');
    await judge(page, 'contact, both codes');
    await fill(page, { newDigits: await digits(next), oldDigits: '12' });
    await press(page, en ? 'Confirm' : 'Konfirmasi');
    await isToldWhatIsWrong(page, ['oldDigits']);
    await judge(page, 'contact, a code missing');
    await fill(page, { newDigits: await digits(next), oldDigits: await digits(someone.email, /Seseorang mengganti|Someone is changing/) });
    await press(page, en ? 'Confirm' : 'Konfirmasi');
    assert.ok((await page.locator('main').innerText()).includes(next));

    await page.goto('/akun/kontak/ponsel');
    await judge(page, 'contact, phone');
    await fill(page, { password: someone.password });
    await press(page, en ? 'Send the codes' : 'Kirim kode');
    await fill(page, {
      newDigits: await texted(someone.phone, 0), oldDigits: await digits(next, /Seseorang mengganti nomor|changing the phone/),
    });
    await press(page, en ? 'Confirm' : 'Konfirmasi');
    assert.equal(path(page), '/akun/kontak');
    await judge(page, 'contact, changed');
    const before = (await texts(someone.phone)).length;
    await signOut(page);
    await page.goto('/masuk/lupa/ponsel');
    await judge(page, 'forgotten, phone');
    await page.goto('/masuk/kode/ponsel');
    await judge(page, 'sign in, phone');
    await fill(page, { phone: someone.phone });
    await press(page, words(page).sendCode);
    await judge(page, 'sign in, code by phone');
    await fill(page, { digits: await texted(someone.phone, before) });
    await press(page, words(page).signIn, page.locator('main'));
    assert.equal(path(page), '/beranda');
  });
}

journey('another provider opens what was linked, and the old end stops what it did not ask for', async person => {
  const page = await person('applicant', { viewport: PHONE });
  const someone = await resident();
  await register(page, someone);
  await signOut(page);
  await provide(page, someone);
  await judge(page, 'external, link');
  await fill(page, { password: someone.password });
  await press(page, 'Hubungkan dan masuk');
  assert.equal(path(page), '/beranda');
  await page.goto('/akun/luar');
  await judge(page, 'external, linked');
  await signOut(page);
  await provide(page, someone);
  assert.equal(path(page), '/beranda');
  await signOut(page);
  await provide(page, await resident());
  await judge(page, 'external, no account');

  await signIn(page, someone);
  await page.goto('/akun/kontak/surel');
  await fill(page, { email: (await resident()).email, password: someone.password });
  await press(page, 'Kirim kode');
  const { text } = await letter(someone.email, one => /Seseorang mengganti/.test(one.subject));
  await page.goto(text.match(/\/kontak\/hentikan\/\S+/)[0]);
  await judge(page, 'contact, stop');
  await press(page, 'Bukan saya, hentikan');
  await judge(page, 'contact, stopped');
  await page.goto('/beranda');
  assert.equal(path(page), '/masuk');
});

journey('customer service gives an account back to whoever came to the counter', async person => {
  const page = await person('applicant', { viewport: PHONE });
  const someone = await resident();
  const next = (await resident()).email;
  await register(page, someone);
  const officer = await officerAt(person, 'pelanggan', '/petugas/pelanggan', { alsoWide: true });
  await judge(officer, 'customer service');
  await fill(officer, { nik: someone.nik });
  await press(officer, 'Cari');
  await judge(officer, 'customer service, found');
  assert.ok(!(await officer.locator('main').innerText()).includes(someone.email), 'what is seen is masked');
  await press(officer, 'Kirim undangan');
  await isToldWhatIsWrong(officer, ['document', 'face', 'answers', 'reason', 'email']);
  await judge(officer, 'customer service, unchecked');
  await fill(officer, { document: true, face: true, answers: true, reason: 'EMAIL_LOST', email: next });
  await press(officer, 'Kirim undangan');
  await judge(officer, 'customer service, invited');
  const { text } = await letter(next, one => /Undangan/.test(one.subject));
  await page.goto(text.match(/\/kontak\/pulih\/\S+/)[0]);
  await judge(page, 'account, given back');
  await fill(page, { newDigits: text.match(/\b\d{6}\b/)[0] });
  await press(page, 'Konfirmasi');
  await judge(page, 'account, given back and accepted');
  await letter(someone.email, one => /kantor imigrasi/.test(one.subject));
});

async function digits(address, subject = /./) {
  const { text } = await letter(address, one => subject.test(one.subject) && /\b\d{6}\b/.test(one.text));
  return text.match(/\b\d{6}\b/)[0];
}

function texts(phone) {
  return ask(`/ponsel/api?kepada=${phone}`);
}

/** The digits of the newest message, once there are more than that many. */
async function texted(phone, before) {
  const all = await eventually(`a message to ${phone}`, async () => {
    const now = await texts(phone);
    return now.length > before && now;
  });
  return all[0].text.match(/\b\d{6}\b/)[0];
}

/** Goes to the provider of the outside world and comes back as this person. */
async function provide(page, someone) {
  await page.goto('/masuk');
  await follow(page, () => page.getByRole('link', { name: /Identitas Contoh/ }).click());
  await page.locator('[name=email]').fill(someone.email);
  await follow(page, () => page.getByRole('button', { name: 'Masuk', exact: true }).click());
}

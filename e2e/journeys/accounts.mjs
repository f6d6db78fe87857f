// People and their accounts: back in without the password, its change, and the devices that are signed in.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { PHONE, phoneWithLock } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { judge } from '../lib/judges.mjs';
import {
  fill, follow, isToldWhatIsWrong, path, press, register, signIn, signOut, words,
} from '../lib/steps.mjs';
import { letter, resident } from '../lib/world.mjs';

for (const device of [
  { viewport: PHONE, alsoWide: true },
  { viewport: PHONE, language: 'en' },
  { viewport: PHONE, javaScript: false },
]) {
  const how = `${device.language ?? 'id'}${device.javaScript === false ? ', without scripts' : ''}`;

  journey(`who forgot the password makes a new one, and the old one opens nothing (${how})`, async person => {
    const { page, someone, w } = await member(person, device);
    await signOut(page);
    await page.goto('/masuk');
    await choose(page, w.forgotten);
    await judge(page, 'forgotten');
    await press(page, w.sendCode);
    await isToldWhatIsWrong(page, ['email']);
    await judge(page, 'forgotten, blank');
    await fill(page, { email: someone.email });
    await press(page, w.sendCode);
    await judge(page, 'new password');
    await fill(page, { digits: 'abc', password: 'pendek' });
    await press(page, w.renew);
    await isToldWhatIsWrong(page, ['digits', 'password']);
    await judge(page, 'new password, wrong');
    const renewed = `${someone.password}-baru`;
    await fill(page, { digits: await digits(someone, w.forgottenLetter), password: renewed });
    await press(page, w.renew);
    assert.equal(path(page), '/masuk');
    await judge(page, 'sign in, password renewed');
    await letter(someone.email, one => w.changedLetter.test(one.subject));
    await signIn(page, someone);
    await isToldWhatIsWrong(page, ['surel'], 200);
    await signIn(page, { ...someone, password: renewed });
    assert.equal(path(page), '/beranda');
  });

  journey(`a code by e-mail opens the account without a password, once (${how})`, async person => {
    const { page, someone, w } = await member(person, device);
    await signOut(page);
    await page.goto('/masuk');
    await choose(page, w.byCode);
    await judge(page, 'sign in by code');
    await fill(page, { email: someone.email });
    await press(page, w.sendCode);
    await judge(page, 'sign in, code');
    const sent = await digits(someone, w.signInLetter);
    await fill(page, { digits: sent === '000000' ? '111111' : '000000' });
    await press(page, w.signIn, page.locator('main'));
    await isToldWhatIsWrong(page, ['digits']);
    await judge(page, 'sign in, code wrong');
    const asked = page.url();
    await fill(page, { digits: sent });
    await press(page, w.signIn, page.locator('main'));
    assert.equal(path(page), '/beranda');
    await signOut(page);
    await page.goto(asked);
    assert.equal(await page.locator('main [name=digits]').count(), 0, 'the code is used up');
  });

  journey(`the account shows its devices, and what is not one's own is signed out (${how})`, async person => {
    const { page, someone, w } = await member(person, device);
    const elsewhere = await person('the same person elsewhere', device);
    elsewhere.unjudged = true;
    await signIn(elsewhere, someone);
    await choose(page, w.ownAccount);
    assert.equal(path(page), '/akun');
    await judge(page, 'own account, two devices');
    await press(page, w.endSeat, page.locator('main'));
    assert.ok((await page.locator('main [role=status]').innerText()).includes(w.seatEnded));
    await judge(page, 'own account');
    await elsewhere.goto('/beranda');
    assert.equal(path(elsewhere), '/masuk');

    await fill(page, { current: 'bukan sandi saya', password: 'pendek' });
    await press(page, w.renew);
    await isToldWhatIsWrong(page, ['password']);
    await judge(page, 'own account, password too short');
    await signIn(elsewhere, someone);
    await fill(page, { current: someone.password, password: `${someone.password}-baru` });
    await press(page, w.renew);
    assert.equal(path(page), '/akun');
    await judge(page, 'own account, password changed');
    await elsewhere.goto('/beranda');
    assert.equal(path(elsewhere), '/masuk', 'a new password signs out everywhere else');
    await page.goto('/beranda');
    assert.equal(path(page), '/beranda');
  });
}

async function member(person, device) {
  const page = await person('applicant', device);
  const someone = await resident();
  await register(page, someone);
  return { page, someone, w: words(page) };
}

async function choose(page, name) {
  await follow(page, () => page.getByRole('link', { name, exact: true }).first().click());
}

async function digits(someone, subject) {
  const { text } = await letter(someone.email, one => subject.test(one.subject));
  return text.match(/\b\d{6}\b/)[0];
}

journey('a passkey opens the account with the lock of the phone alone', async person => {
  const { page, someone, w } = await member(person, { alsoWide: true });
  await phoneWithLock(page);
  await page.goto('/akun/kunci');
  await judge(page, 'passkeys, none');
  await press(page, w.addPasskey);
  await isToldWhatIsWrong(page, ['label']);
  await fill(page, { label: 'Ponsel saya', password: someone.password });
  await press(page, w.addPasskey);
  await page.getByText('Ponsel saya', { exact: true }).waitFor();
  await judge(page, 'passkeys, one');
  await signOut(page);
  await page.goto('/masuk');
  await judge(page, 'sign in, with passkey');
  await press(page, w.usePasskey);
  assert.equal(path(page), '/beranda');
  await page.goto('/akun');
  assert.ok((await page.locator('main').innerText()).includes(someone.email));
  await page.goto('/akun/kunci');
  await press(page, w.removePasskey);
  await signOut(page);
  await page.goto('/masuk');
  await press(page, w.usePasskey);
  assert.equal(path(page), '/masuk');
  await judge(page, 'sign in, passkey unknown');
});

for (const device of [{ viewport: PHONE, alsoWide: true }, { language: 'en', javaScript: false }]) {
  journey(`people take along what is known of them (${device.language ?? 'id'})`, async person => {
    const { page, someone } = await member(person, device);
    const en = device.language === 'en';
    await page.goto('/akun');
    await choose(page, en ? 'Download my data' : 'Unduh data saya');
    await judge(page, 'own data');
    const [given] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: en ? 'Download my data (ZIP)' : 'Unduh data saya (ZIP)' }).click(),
    ]);
    const known = JSON.parse(unpacked(readFileSync(await given.path()), 'data.json'));
    assert.equal(known.account[0].email, someone.email);
  });
}

/** A file out of a ZIP: behind its name in the first header that has it. */
function unpacked(zip, name) {
  const at = zip.indexOf(name);
  const extra = zip.readUInt16LE(at - 2);
  return inflateRawSync(zip.subarray(at + name.length + extra)).toString();
}

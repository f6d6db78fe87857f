// Somebody becomes an officer by a letter, shows a second proof, takes leave, and is sent home by whoever invited them.
import assert from 'node:assert/strict';
import { DESK, phoneWithLock } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { judge } from '../lib/judges.mjs';
import { officer } from '../lib/office.mjs';
import { fill, follow, heading, path, press, signIn } from '../lib/steps.mjs';
import { addDays, ask, eventually, letPass, letter, localDate, resident, SUNDAY, weekdayAfter } from '../lib/world.mjs';

journey('an officer is invited, proves who they are, serves, and no longer', async person => {
  const someone = await resident();
  const administrator = await officer(person, 'admin', '/petugas/pegawai', { alsoWide: true });
  await judge(administrator, 'officers of an office');
  await invites(administrator, someone);

  const invited = await person('invited', { language: 'en', alsoWide: true });
  await accepts(invited, someone);
  assert.equal(path(invited), '/petugas/pintu');
  await takesLeave(invited);
  await provesByPhone(invited, someone);

  await letPass('PT11M');
  await sendsHome(administrator, someone);
  await invited.goto('/petugas/pintu');
  assert.equal(path(invited), '/masuk');
});

journey('without scripts, an officer comes in by a code kept on paper, once', async person => {
  const someone = await resident();
  await invites(await officer(person, 'admin', '/petugas/pegawai', { javaScript: false, viewport: DESK }), someone);
  const invited = await person('invited', { javaScript: false });
  const [code] = await accepts(invited, someone);
  await press(invited, 'Keluar');

  for (const [heads, status] of [['/petugas/pintu', 200], ['/petugas/bukti', 422]]) {
    await signIn(invited, someone);
    assert.equal(path(invited), '/petugas/bukti');
    await follow(invited, () => invited.getByRole('link', { name: 'Pakai kode cadangan' }).click());
    await judge(invited, 'second proof, on paper');
    await fill(invited, { kode: code });
    await press(invited, 'Lanjutkan');
    assert.equal(path(invited), heads);
    assert.equal(invited.answer.status(), status);
    if (status === 200) {
      await press(invited, 'Keluar');
    }
  }
  await judge(invited, 'second proof, used before', { weigh: false });
});

journey('an office names a partner, whose people come to its places and to nothing else', async person => {
  const someone = await resident();
  const name = `RS Sejahtera ${crypto.randomUUID().slice(0, 8)}`;
  const administrator = await officer(person, 'admin', '/petugas/kantor/mitra', { alsoWide: true });
  await press(administrator, 'Tambah');
  await judge(administrator, 'partners of an office, what is missing', { weigh: false });
  await fill(administrator, { nama: name });
  await press(administrator, 'Tambah');
  await judge(administrator, 'partners of an office');
  await follow(administrator, () => administrator.getByRole('link', { name: `Petugas ${name}` }).click());
  await invites(administrator, someone, 'Petugas mitra');

  const invited = await person('partner', { alsoWide: true });
  await accepts(invited, someone);
  assert.equal(path(invited), '/petugas/mitra/tempat');
  await judge(invited, 'places of partners, none');
  await setsAsideForPartners(administrator, weekdayAfter(await localDate(), SUNDAY));
  await givesPlace(invited, await resident());
  await invited.goto('/petugas/pintu');
  assert.equal(invited.answer.status(), 403);
});

async function setsAsideForPartners(administrator, day) {
  await administrator.goto(`/petugas/kapasitas/hari?tanggal=${day}&jadi=buka`);
  await fill(administrator, { alasan: 'Layanan bersama mitra', umum: '50', dibantu: '0', prioritas: '0', mitra: '50' });
  await press(administrator, 'Lihat akibatnya');
  await press(administrator, 'Simpan');
}

/** A partner's officer gives somebody one of its places and prints the code, which says nothing of who they are. */
async function givesPlace(partner, someone) {
  await eventually('the places set aside for partners', async () => {
    await partner.reload();
    return await partner.locator('[name=slot]').count() > 0;
  });
  await judge(partner, 'places of partners');
  const { day, month, year } = someone.birth;
  await fill(partner, { fullName: someone.name, nik: someone.nik,
    'birthDate.day': day, 'birthDate.month': month, 'birthDate.year': year, what: 'new' });
  await press(partner, 'Pesankan dan cetak');
  assert.match(path(partner), /^\/petugas\/mitra\/tempat\/[0-9a-f-]{36}$/);
  assert.ok(!(await partner.content()).includes(someone.name));
  await judge(partner, 'slip of a partner', { themes: false });
}

async function invites(administrator, someone, role = 'Petugas pintu') {
  await follow(administrator, () => administrator.getByRole('link', { name: 'Undang petugas' }).click());
  await judge(administrator, 'invite an officer');
  await fill(administrator, { name: someone.name, email: 'bukan surel' });
  await press(administrator, 'Kirim undangan');
  await judge(administrator, 'invite an officer, what is missing', { weigh: false });
  await fill(administrator, { email: someone.email });
  await administrator.getByLabel(role).check();
  await press(administrator, 'Kirim undangan');
  assert.match(await administrator.locator('[role=status]').innerText(), new RegExp(someone.name));
  await judge(administrator, 'officers of an office, one invited');
}

/** From the letter into the office; returns the codes to keep on paper. */
async function accepts(invited, someone) {
  const en = invited.language === 'en';
  const { text } = await letter(someone.email, one => /^Undangan/.test(one.subject));
  await invited.goto(text.match(/\/undangan\/[0-9a-f-]+\/[0-9a-f-]+/)[0]);
  assert.equal(path(invited), '/undangan', 'the link stands in the address no longer');
  await judge(invited, 'invitation');
  await fill(invited, { sandi: someone.password });
  await press(invited, en ? 'Accept the invitation' : 'Terima undangan');
  assert.equal(path(invited), '/petugas/bukti/pasang');
  await judge(invited, 'second proof, set up');
  await ask('/autentikator/api', {
    surel: someone.email, rahasia: (await invited.locator('[data-rahasia]').innerText()).replaceAll(' ', ''),
  });
  await fill(invited, { kode: await code(someone.email) });
  await press(invited, en ? 'Connect' : 'Hubungkan');
  await judge(invited, 'codes on paper');
  const codes = await invited.locator('[data-cadangan]').allInnerTexts();
  assert.equal(codes.length, 10);
  await press(invited, en ? 'I have kept them, continue' : 'Sudah saya simpan, lanjutkan');
  return codes;
}

async function code(email) {
  return (await ask(`/autentikator/api?surel=${encodeURIComponent(email)}`)).kode;
}

async function takesLeave(invited) {
  await invited.goto('/petugas/saya');
  await judge(invited, 'own post');
  const day = addDays(await localDate(), 3);
  await fill(invited, { mulai: day, selesai: addDays(day, -1) });
  await press(invited, 'Note leave');
  await judge(invited, 'own post, wrong days', { weigh: false });
  await fill(invited, { mulai: day, selesai: addDays(day, 4) });
  await press(invited, 'Note leave');
  assert.equal(await invited.getByRole('button', { name: /^Take back/ }).count(), 1);
  await judge(invited, 'own post, on leave soon');
  await follow(invited, () => invited.getByRole('link', { name: 'Devices signed in' }).click());
  await judge(invited, 'own devices and password');
  await invited.goto('/petugas/saya');
}

/** The lock of the phone takes the place of the code. */
async function provesByPhone(invited, someone) {
  await phoneWithLock(invited);
  await follow(invited, () => invited.getByRole('link', { name: 'Passkeys' }).click());
  await judge(invited, 'own passkeys');
  await fill(invited, { label: 'Work phone' });
  await press(invited, 'Add a passkey');
  await invited.locator('b', { hasText: 'Work phone' }).waitFor();
  await judge(invited, 'own passkeys, one');
  await press(invited, 'Sign out');
  await signIn(invited, someone);
  await judge(invited, 'second proof, by passkey');
  await press(invited, 'Use a passkey');
  assert.equal(path(invited), '/petugas/pintu');
}

/** After a while the house asks once more who it is, and what was typed goes on. */
async function sendsHome(administrator, someone) {
  await administrator.goto('/petugas/pegawai');
  await follow(administrator, () => administrator.getByRole('link', { name: someone.name }).click());
  await judge(administrator, 'an officer');
  await fill(administrator, { alasan: 'Pindah ke kantor lain' });
  await press(administrator, 'Akhiri tugas');
  assert.equal(await heading(administrator), 'Pastikan ini Anda');
  await judge(administrator, 'a grave act', { weigh: false });
  await fill(administrator, { kode: await code('admin@titian.example') });
  await press(administrator, 'Lanjutkan');
  assert.equal(path(administrator), '/petugas/pegawai');
  assert.match(await administrator.getByRole('row', { name: new RegExp(someone.name) }).innerText(), /Tidak bertugas lagi/);
  await judge(administrator, 'officers of an office, one ended');
}

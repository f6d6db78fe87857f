// Personal data: what people agreed to, what they have put right, and how they are forgotten.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { PHONE } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { judge } from '../lib/judges.mjs';
import { officer } from '../lib/office.mjs';
import { fill, isToldWhatIsWrong, path, press, register, signOut } from '../lib/steps.mjs';
import { letter, resident } from '../lib/world.mjs';

journey('people agree, take it back, have something put right, and ask to be forgotten', async person => {
  const page = await person('applicant', { viewport: PHONE, alsoWide: true });
  const someone = await resident();
  page.unjudged = true;
  await register(page, await resident()); // on the same phone
  await signOut(page);
  page.unjudged = false;
  await register(page, someone);
  await page.goto('/akun/data');
  await judge(page, 'own data');

  await page.goto('/akun/data/persetujuan');
  await judge(page, 'consents');
  await press(page, 'Setuju ?: Survei kepuasan');
  await press(page, 'Tarik persetujuan ?: Survei kepuasan');
  assert.match(await page.locator('main').innerText(), /Ditarik pada/);
  await judge(page, 'consents, one taken back');

  await page.goto('/akun/data/perbaikan');
  await press(page, 'Kirim permintaan');
  await isToldWhatIsWrong(page, ['tentang']);
  await judge(page, 'corrections, blank');
  await fill(page, { tentang: 'OTHER', perbaikan: 'alamat surat' });
  await press(page, 'Kirim permintaan');
  await judge(page, 'corrections, one asked for');

  const protector = await officer(person, 'pdp', '/petugas/data', { viewport: PHONE, alsoWide: true });
  await judge(protector, 'requests for correction');
  await protector.goto(await protector.locator('.deeds a').last().getAttribute('href'));
  await judge(protector, 'request for correction');
  const [account] = (await protector.locator('main').innerText()).match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/);
  await fill(protector, { hasil: 'DONE', jawaban: 'Sudah kami perbaiki.' });
  await press(protector, 'Kirim jawaban');
  await letter(someone.email, one => /perbaikan data sudah dijawab/.test(one.subject));
  await page.reload();
  assert.match(await page.locator('main').innerText(), /Sudah kami perbaiki/);
  await ordersToKeep(protector, account);
  await notesABreach(protector);
  const auditor = await officer(person, 'auditor', `/petugas/audit/pola/${account}`, { viewport: PHONE, alsoWide: true });
  assert.equal(await auditor.locator('.deeds li').count(), 3, 'one phone number, and one device that two people share');
  await judge(auditor, 'audit, who shares a device');

  await page.goto('/akun/data/hapus');
  await judge(page, 'erasure');
  await fill(page, { kata: 'HAPUS' });
  await press(page, 'Minta data saya dihapus');
  assert.match(await page.locator('main').innerText(), /Data Anda akan dihapus pada/);
  await judge(page, 'erasure, asked for');
  await letter(someone.email, one => /penghapusan data/.test(one.subject));
  await press(page, 'Batalkan penghapusan');
  assert.equal(path(page), '/akun/data/hapus');
});

/** Nothing of this account is deleted for as long as the order stands. */
async function ordersToKeep(protector, account) {
  await protector.goto('/petugas/data/simpan');
  await fill(protector, { akun: account, alasan: 'COURT', surat: 'W10-U1/2026/12' });
  await press(protector, 'Simpan perintah');
  await judge(protector, 'orders to keep');
  await protector.locator('li', { hasText: account }).getByRole('button').click();
  await protector.waitForLoadState();
}

async function notesABreach(protector) {
  await protector.goto('/petugas/data/insiden');
  const at = hour => `2026-01-05T${hour}:00`;
  await press(protector, 'Cari yang terdampak');
  await judge(protector, 'breaches, what is missing');
  await fill(protector, { apa: 'Berkas salah kirim ke alamat lain.', tindakan: 'Alamat sudah dibetulkan.',
    mulai: at('08'), sampai: at('09'), diketahui: at('10'), sumber: 'KIND' });
  await protector.locator('[name=jenis]').selectOption({ index: 1 });
  await press(protector, 'Cari yang terdampak');
  assert.match(path(protector), /^\/petugas\/data\/insiden\/[0-9a-f-]{36}$/);
  await judge(protector, 'breach');
  await protector.goto('/petugas/data/insiden');
  await judge(protector, 'breaches');
}

journey('the command says how much has been kept long enough', async () => {
  const said = execFileSync('bin/retention', ['--dry-run'], {
    encoding: 'utf8', cwd: new URL('../..', import.meta.url).pathname,
    env: { ...process.env, TITIAN_DATA: process.env.HOUSES + '/shared' },
  });
  assert.match(said, /nothing is deleted now/);
  assert.match(said, /^ +\d+ {2}letters$/m);
});

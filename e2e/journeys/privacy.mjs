// Personal data: what people agreed to, what they have put right, and how they are forgotten.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { PHONE } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { judge } from '../lib/judges.mjs';
import { officer } from '../lib/office.mjs';
import { fill, isToldWhatIsWrong, path, press, register } from '../lib/steps.mjs';
import { letter, resident } from '../lib/world.mjs';

journey('people agree, take it back, have something put right, and ask to be forgotten', async person => {
  const page = await person('applicant', { viewport: PHONE, alsoWide: true });
  const someone = await resident();
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

  const protector = await officer(person, 'pdp', '/petugas/data');
  await judge(protector, 'requests for correction');
  await protector.goto(await protector.locator('.deeds a').last().getAttribute('href'));
  await judge(protector, 'request for correction');
  await fill(protector, { hasil: 'DONE', jawaban: 'Sudah kami perbaiki.' });
  await press(protector, 'Kirim jawaban');
  await letter(someone.email, one => /perbaikan data sudah dijawab/.test(one.subject));
  await page.reload();
  assert.match(await page.locator('main').innerText(), /Sudah kami perbaiki/);
  for (const [place, kind] of [['simpan', 'orders to keep'], ['insiden', 'breaches']]) {
    await protector.goto(`/petugas/data/${place}`);
    await judge(protector, kind);
  }

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

journey('the command says how much has been kept long enough', async () => {
  const said = execFileSync('bin/retention', ['--dry-run'], {
    encoding: 'utf8', cwd: new URL('../..', import.meta.url).pathname,
    env: { ...process.env, TITIAN_DATA: process.env.HOUSES + '/shared' },
  });
  assert.match(said, /nothing is deleted now/);
  assert.match(said, /^ +\d+ {2}letters$/m);
});

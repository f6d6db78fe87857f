// Papers checked before their owner comes: claimed, seen, one sent back, mended, found ready; the verifier by keyboard alone.
import assert from 'node:assert/strict';
import { PHONE } from '../lib/browser.mjs';
import { photograph } from '../lib/files.mjs';
import { journey } from '../lib/journey.mjs';
import { judge } from '../lib/judges.mjs';
import { certain } from '../lib/mainJob.mjs';
import { officer } from '../lib/office.mjs';
import { fill, follow, isToldWhatIsWrong, path, press, upload } from '../lib/steps.mjs';
import { letter, resident } from '../lib/world.mjs';

const MOST_TABS = 120;

journey('a verifier sends one paper back, its owner mends it, and the pass says ready', async person => {
  const someone = await resident();
  const applicant = await person('applicant', { viewport: PHONE });
  const { id } = await certain(applicant, someone);

  const verifier = await officer(person, 'verifikator', '/petugas/berkas');
  await judge(verifier, 'worklist');
  await findsFile(verifier, applicant, id);
  await key(verifier, 'F2');
  await looksCloser(verifier);
  await judge(verifier, 'file, to judge');

  await key(verifier, 'F2');
  assert.ok(verifier.url().includes('dok=KK'), 'the next paper comes by itself');
  await key(verifier, 'F8');
  await isToldWhatIsWrong(verifier, ['alasan']);
  await judge(verifier, 'file, no reason given');
  await tabTo(verifier, verifier.locator('#alasan'));
  await verifier.keyboard.press('ArrowDown');
  await verifier.keyboard.press('ArrowDown');
  await tabTo(verifier, verifier.locator('#catatan'));
  await verifier.keyboard.type('Sudut kanan bawah tidak terlihat.');
  await verifier.getByText('Ketikan tersimpan').waitFor();
  await key(verifier, 'F8');
  await key(verifier, 'F2');
  await judge(verifier, 'file, to send back');
  await key(verifier, 'F2');
  assert.equal(path(verifier), '/petugas/berkas');

  const { text } = await letter(someone.email, one => /perlu diperbaiki/.test(one.subject));
  assert.match(text, /Sudut kanan bawah/);
  await mends(applicant, id);

  await verifier.goto('/petugas/berkas?bagian=saya');
  await verifier.keyboard.press('ArrowDown');
  await key(verifier, 'Enter');
  assert.equal(path(verifier), `/petugas/berkas/${id}`);
  await key(verifier, 'F2');
  await judge(verifier, 'file, to approve');
  await key(verifier, 'F2');
  assert.equal(path(verifier), '/petugas/berkas');

  await applicant.goto(`/pass/${id}`);
  assert.match(await applicant.locator('main').innerText(), /Siap: dokumen Anda sudah diperiksa/);
  await judge(applicant, 'pass, papers ready');
  await isNotRefused(person, verifier, id);
});

/** Looked at once more, a refusal is proposed, and the second person does not want it. */
async function isNotRefused(person, verifier, id) {
  await verifier.goto(`/petugas/berkas/${id}`);
  await press(verifier, 'Periksa lagi');
  await judge(verifier, 'file, opened again');
  if (await verifier.locator('#dasar').count() === 0) {
    await key(verifier, 'F2');
  }
  await verifier.locator('summary').filter({ hasText: 'Usulkan penolakan' }).click();
  await fill(verifier, { dasar: 'FALSE_PAPER', uraian: 'Nomor akta tidak ada di catatan sipil.' });
  await press(verifier, 'Usulkan penolakan');
  const head = await officer(person, 'seksi', '/petugas/berkas/atasan', { viewport: PHONE, alsoWide: true });
  await judge(head, 'files, what a section head decides');
  const proposal = head.locator('.lines > li', { has: head.locator(`a[href="/petugas/berkas/${id}"]`) });
  await press(head, 'Jangan tolak, periksa lagi.*', proposal);
  assert.equal(await proposal.count(), 0);
}

/** By the number its owner reads out from the page. */
async function findsFile(verifier, applicant, id) {
  await applicant.goto(`/permohonan/${id}`);
  const number = (await applicant.locator('main').innerText()).match(/\b[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{2}\b/)[0];
  await tabTo(verifier, verifier.locator('#nomor'));
  await verifier.keyboard.type(number.toLowerCase());
  await key(verifier, 'Enter');
  assert.equal(path(verifier), `/petugas/berkas/${id}`);
}

/** The picture turns and grows in its place, and back. */
async function looksCloser(page) {
  const lens = page.locator('.lens');
  await page.keyboard.press('F4');
  assert.match(await lens.getAttribute('class'), /turn-1/);
  await page.keyboard.press('F9');
  assert.match(await lens.getAttribute('class'), /zoom-2/);
  assert.ok(await lens.locator('img').evaluate(one => one.complete && one.naturalWidth > 100), 'the paper is seen');
  for (const back of ['F4', 'F4', 'F4', 'F9', 'F9']) {
    await page.keyboard.press(back);
  }
  assert.match(await lens.getAttribute('class'), /turn-0 zoom-1/);
}

async function mends(applicant, id) {
  await applicant.goto('/beranda');
  await judge(applicant, 'home, a paper to mend');
  await applicant.goto(`/pass/${id}`);
  assert.match(await applicant.locator('main').innerText(), /Anda akan ditolak di loket/);
  await judge(applicant, 'pass, will be turned away');
  await applicant.goto(`/permohonan/${id}`);
  await follow(applicant, () => applicant.getByRole('link', { name: 'Perbaiki sekarang' }).first().click());
  const page = await applicant.locator('main').innerText();
  assert.match(page, /Kartu Keluarga/);
  assert.match(page, /Sudut kanan bawah/);
  await judge(applicant, 'papers to mend');
  await upload(applicant, 'KK', await photograph('KK baru'));
  await applicant.getByText('Semua sudah diganti').waitFor();
  await press(applicant, 'Kirim perbaikan');
  assert.equal(path(applicant), `/permohonan/${id}`);
}

async function key(page, name) {
  await follow(page, () => page.keyboard.press(name));
}

/** As whoever has no mouse gets there. */
async function tabTo(page, target) {
  for (let i = 0; i < MOST_TABS; i++) {
    if (await target.evaluate(one => one === document.activeElement
      || (one.type === 'radio' && document.activeElement?.name === one.name))) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab never got there');
}

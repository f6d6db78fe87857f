// The money: a receipt anyone can check, the treasurer's report, a bank's file beside it, and some given back by two people.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { PHONE } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { judge } from '../lib/judges.mjs';
import { certain } from '../lib/mainJob.mjs';
import { officer } from '../lib/office.mjs';
import { fill, follow, press } from '../lib/steps.mjs';
import { eventually, resident } from '../lib/world.mjs';

const REFUNDS = '/petugas/bendahara/pengembalian';
const PLACES = { viewport: PHONE, alsoWide: true };

journey('a treasurer reports, reconciles a small file, and two people give money back', async person => {
  const payer = await person('payer', { alsoWide: true });
  const { id } = await certain(payer, await resident());
  await payer.goto(`/tagihan/${id}`);
  const said = (await payer.locator('.bill').innerText());
  const ntpn = said.match(/NTPN[^\n]*\s+([0-9A-Z]{16})/i)[1];
  const ntb = said.match(/NTB[^\n]*\s+([0-9A-Z]+)/i)[1];
  const code = said.match(/\b\d{15}\b/)[0];
  const amount = (await payer.locator('.bill-sum').innerText()).replaceAll(/\D/g, '');
  const paper = await payer.context().request.get(`/tagihan/${id}/bukti.pdf`);
  const text = execFileSync('pdftotext', ['-', '-'], { input: await paper.body(), encoding: 'utf8' });
  assert.ok(text.includes(ntpn), 'the receipt says the number of the payment');
  const anybody = await person('anybody', { alsoWide: true });
  await anybody.goto(text.match(/\/bukti\/[\w-]{27,64}/)[0]);
  assert.match(await anybody.locator('h1').innerText(), /asli/);
  await judge(anybody, 'receipt, genuine');

  const treasurer = await officer(person, 'bendahara', '/petugas/bendahara', PLACES);
  await judge(treasurer, 'treasury, month');
  await follow(treasurer, () => treasurer.locator('.sums tbody a').last().click());
  assert.ok((await treasurer.locator('main').innerText()).includes(ntpn), 'the day names the payment');
  await judge(treasurer, 'treasury, day');
  const day = new URL(treasurer.url()).searchParams.get('hari');
  await reconcile(treasurer, `kode_billing,ntpn,ntb,tgl_bayar,jumlah\n${code},${ntpn},${ntb},${day},${amount}\n`
    + `,ZZZZZZZZZZZZZZZZ,1,${day},${amount}\nrusak\n`);
  for (const place of ['loket', 'ragu']) {
    await treasurer.goto(`/petugas/bendahara/${place}`);
    await judge(treasurer, `treasury, ${place}`);
  }
  await giveBack(person, treasurer, ntpn);

  await payer.goto(`/tagihan/${id}/pengembalian`);
  assert.match(await payer.locator('main [role=status]').innerText(), /sudah dikirim/);
  await judge(payer, 'refund, sent');
});

async function reconcile(treasurer, content) {
  await treasurer.goto('/petugas/bendahara/pencocokan');
  await treasurer.locator('#berkas').setInputFiles(
    { name: 'simponi.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
  await press(treasurer, 'Baca berkas');
  await eventually('the file read to its end', async () => {
    await treasurer.reload();
    return (await treasurer.locator('main').innerText()).includes('Selesai dibaca');
  });
  assert.match(await treasurer.locator('.stats').innerText(), /1\s+Cocok/);
  await judge(treasurer, 'reconciliation, file');
  await treasurer.getByLabel('Bukan urusan kantor ini').check();
  await treasurer.getByLabel('Alasan, tanpa nama orang').fill('milik kantor lain');
  await press(treasurer, 'Simpan keputusan Baris 3');
  assert.match(await treasurer.locator('main').innerText(), /Keputusan disimpan/);
  await treasurer.goto('/petugas/bendahara/pencocokan');
  await judge(treasurer, 'reconciliation, files');
}

async function giveBack(person, treasurer, ntpn) {
  await treasurer.goto(`${REFUNDS}/baru`);
  await judge(treasurer, 'refund, new');
  await fill(treasurer, {
    ntpn, alasan: 'OFFICE_COULD_NOT_SERVE', cerita: 'kantor tutup', bank: 'Bank Contoh', rekening: '0012345678',
    pemilik: 'Pemilik Rekening',
  });
  await press(treasurer, 'Catat permintaan');
  const refund = treasurer.url();
  await press(treasurer, 'Setujui sebagai yang pertama');
  await judge(treasurer, 'refund, endorsed');
  const head = await officer(person, 'kepala', REFUNDS, PLACES);
  await judge(head, 'refunds');
  await head.goto(refund);
  await press(head, 'Setujui dan terbitkan perintah');
  await treasurer.reload();
  await fill(treasurer, { acuan: 'TRF 2026/0001' });
  await press(treasurer, 'Tandai sudah dikirim');
  await judge(treasurer, 'refund, transferred');
}

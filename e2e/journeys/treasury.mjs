// The money: a doubt that is settled, a family that pays by one code, a receipt anyone can check, the treasurer's report, a
// bank's file beside it, and the money of one of them given back by two people.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { PHONE } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { judge } from '../lib/judges.mjs';
import { billingCode, isAt, payAtBank } from '../lib/mainJob.mjs';
import { officer } from '../lib/office.mjs';
import { checkAndSend, complete, fill, fillIn, follow, path, press, register, words } from '../lib/steps.mjs';
import { eventually, notice, resident } from '../lib/world.mjs';

const REFUNDS = '/petugas/bendahara/pengembalian';
const DOUBTS = '/petugas/bendahara/ragu';
const PLACES = { viewport: PHONE, alsoWide: true };

journey('a family pays by one code, a treasurer reconciles it, and two people give one of them money back', async person => {
  const payer = await person('payer', { alsoWide: true });
  const { id, sister } = await owesForTwo(payer);
  const treasurer = await officer(person, 'bendahara', '/petugas/bendahara', PLACES);
  await settleDoubt(payer, treasurer, sister.id);
  const { code, amount } = await payTogether(payer, id);
  await payer.goto(`/tagihan/${id}`);
  const said = (await payer.locator('.bill').innerText());
  const ntpn = said.match(/NTPN[^\n]*\s+([0-9A-Z]{16})/i)[1];
  const ntb = said.match(/NTB[^\n]*\s+([0-9A-Z]+)/i)[1];
  const paper = await payer.context().request.get(`/tagihan/${id}/bukti.pdf`);
  const text = execFileSync('pdftotext', ['-', '-'], { input: await paper.body(), encoding: 'utf8' });
  assert.ok(text.includes(ntpn), 'the receipt says the number of the payment');
  const anybody = await person('anybody', { alsoWide: true });
  await anybody.goto(text.match(/\/bukti\/[\w-]{27,64}/)[0]);
  assert.match(await anybody.locator('h1').innerText(), /asli/);
  await judge(anybody, 'receipt, genuine');

  await treasurer.goto('/petugas/bendahara');
  await judge(treasurer, 'treasury, month');
  await follow(treasurer, () => treasurer.locator('.sums tbody a').last().click());
  assert.ok((await treasurer.locator('main').innerText()).includes(ntpn), 'the day names the payment');
  await judge(treasurer, 'treasury, day');
  const day = new URL(treasurer.url()).searchParams.get('hari');
  await reconcile(treasurer, `kode_billing,ntpn,ntb,tgl_bayar,jumlah\n${code},${ntpn},${ntb},${day},${amount}\n`
    + `,ZZZZZZZZZZZZZZZZ,1,${day},${amount}\nrusak\n`);
  await treasurer.goto('/petugas/bendahara/loket');
  await judge(treasurer, 'treasury, loket');
  await giveBack(person, treasurer, ntpn, sister.name);

  await payer.goto(`/tagihan/${sister.id}/pengembalian`);
  assert.match(await payer.locator('main [role=status]').innerText(), /sudah dikirim/);
  await judge(payer, 'refund, sent');
  await payer.goto(`/tagihan/${id}/pengembalian`);
  assert.equal(await payer.getByRole('button', { name: 'Kirim permintaan' }).count(), 1, 'the other one keeps hers');
});

/** Somebody whose own form has gone in, and her sister's. */
async function owesForTwo(payer) {
  const [she, sister] = [await resident(), await resident()];
  payer.unjudged = true;
  await register(payer, she);
  const { id } = await fillIn(payer, she);
  await checkAndSend(payer);
  await payer.goto('/beranda');
  await follow(payer, () => payer.locator('form[action="/permohonan/baru"] button').first().click());
  sister.id = path(payer).split('/')[2];
  await complete(payer, sister, sister.id);
  await checkAndSend(payer);
  payer.unjudged = false;
  return { id, sister };
}

/** A notice of another amount, and one of nobody's code: the treasurer looks, and says why. */
async function settleDoubt(payer, treasurer, id) {
  const code = await billingCode(payer, id);
  const stray = await notice(undefined, 350_000);
  await notice(code, 1);
  await payer.goto(`/tagihan/${id}`);
  assert.match(await payer.locator('main').innerText(), /Petugas memeriksa pembayaran/);
  await judge(payer, 'bill, in doubt');
  await treasurer.goto(DOUBTS);
  await judge(treasurer, 'treasury, ragu');
  await why(treasurer, code, 'Alasan, setelah diperiksa', 'bank salah ketik');
  await press(treasurer, `Tanyakan lagi ${code}`);
  await why(treasurer, stray, 'Yang Anda temukan', 'milik instansi lain');
  await press(treasurer, `Kesampingkan ${stray}`);
  assert.match(await treasurer.locator('main').innerText(), /dikesampingkan/);
  assert.ok(!(await treasurer.locator('main').innerText()).includes(stray), 'what is set aside is listed no more');
  await judge(treasurer, 'treasury, doubts settled');
}

async function why(treasurer, code, label, reason) {
  await treasurer.locator('section', { has: treasurer.getByRole('heading', { name: code }) }).getByLabel(label).fill(reason);
}

/** Everything the account owes, by one code. */
async function payTogether(payer, id) {
  await eventually('the doubt being over', async () => {
    await payer.goto(`/tagihan/${id}`);
    return await payer.getByRole('button', { name: 'Buat satu kode' }).count() > 0;
  });
  await judge(payer, 'bill, of two');
  await press(payer, 'Buat satu kode');
  await eventually('the code for both', async () => {
    await payer.goto(`/tagihan/${id}`);
    return await payer.locator('#kode-keluarga').count() > 0;
  });
  await judge(payer, 'bill, one code for two');
  const code = (await payer.locator('#kode-keluarga').innerText()).replaceAll(/\D/g, '');
  const amount = (await payer.locator('[aria-labelledby=keluarga-l] .bill-sum').innerText()).replaceAll(/\D/g, '');
  await payAtBank(payer, code);
  await isAt(payer, id, words(payer).scheduled, 'application, paid together');
  return { code, amount };
}

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

async function giveBack(person, treasurer, ntpn, name) {
  await treasurer.goto(`${REFUNDS}/baru`);
  await judge(treasurer, 'refund, new');
  await fill(treasurer, {
    ntpn, alasan: 'OFFICE_COULD_NOT_SERVE', cerita: 'kantor tutup', bank: 'Bank Contoh', rekening: '0012345678',
    pemilik: 'Pemilik Rekening',
  });
  await press(treasurer, 'Catat permintaan');
  await judge(treasurer, 'refund, for whom of a family');
  await treasurer.getByLabel(name).check();
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

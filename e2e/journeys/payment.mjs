// Paid is paid: by QRIS in time and told twice, while the biller is away, and in time with news that comes too late.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { OUT, OUTSIDE } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { judge } from '../lib/judges.mjs';
import { billingCode, isAt, payAtBank } from '../lib/mainJob.mjs';
import { checkAndSend, fill, fillIn, press, register, words } from '../lib/steps.mjs';
import { ask, eventually, letPass, letter, nextMorning, resident } from '../lib/world.mjs';

journey('a code scanned off the page pays in time, and hearing of it twice changes nothing', async person => {
  const { applicant, id } = await owes(person);
  await eventually('the other ways to pay', async () => {
    await applicant.goto(`/tagihan/${id}`);
    return await applicant.locator('.bill-qr').count() > 0;
  });
  await judge(applicant, 'bill, all ways');
  const scanned = await scan(applicant.locator('.bill-qr svg'));
  assert.match(scanned, /^000201010212.*5303360.*5802ID.*6304[0-9A-F]{4}$/);
  await ill({ kabar: 'ganda' }, async () => {
    await payByQris(applicant, scanned);
    await isPaid(applicant, id);
  });
  await isAt(applicant, id, words(applicant).scheduled, 'application, paid by QRIS');
  await applicant.goto(`/tagihan/${id}`);
  assert.doesNotMatch(await applicant.locator('main').innerText(), /terbayar dua kali/);
});

journey('while the biller is away the place stays, and who paid is told so', async person => {
  const { applicant, id } = await owes(person);
  const code = await billingCode(applicant, id);
  await ill({ pemberitahuan: 'tidak-pernah' }, async () => payAtBank(applicant, code));
  await ill({ simponi: 'mati', bank: 'mati' }, async () => {
    await letPass('PT2H4M');
    await eventually('that the biller is being asked', async () => {
      await applicant.goto(`/tagihan/${id}`);
      return /sedang bertanya ke bank/i.test(await applicant.locator('main').innerText());
    });
    await judge(applicant, 'bill, being asked about');
    await isAt(applicant, id, words(applicant).waitingForPayment, 'application, being asked about');
  });
  await isAt(applicant, id, words(applicant).scheduled, 'application, paid after all', 90);
});

journey('money paid in time that shows after the place was given back brings the same place back', async person => {
  const { applicant, id, time, someone } = await owes(person);
  const number = await accountNumber(applicant, id);
  await ill({ bank: 'belum', kabar: 'mati' }, async () => {
    await payIntoAccount(applicant, number);
    await letPass('PT2H1M');
    await isAt(applicant, id, words(applicant).waitingForPayment, 'application, its limit just passed');
    await letPass('PT3M');
    await isAt(applicant, id, words(applicant).expired, 'application, expired though paid', 60);
  });
  await isAt(applicant, id, words(applicant).scheduled, 'application, paid late', 60);
  const [hour, minute] = time.slice(11, 16).split(':');
  assert.match(await applicant.locator('main').innerText(), new RegExp(`${hour}.${minute}`), 'the time they had');
  await applicant.goto(`/tagihan/${id}`);
  await judge(applicant, 'bill, heard of late');
  assert.match(await applicant.locator('main').innerText(), /membayar tepat waktu/, 'who paid in time is never told otherwise');
  await letter(someone.email, one => one.attachments.some(file => file.type.includes('pdf')));
});

journey('a passport on the same day is wished for, quoted, paid as a line of the bill and told of', async person => {
  const { applicant, someone, id } = await filledIn(person);
  await applicant.goto(`/permohonan/${id}/jenis?kembali=periksa`);
  await judge(applicant, 'step 5, passport, how soon');
  await fill(applicant, { speed: 'SAME_DAY' });
  await press(applicant, words(applicant).save);
  assert.match(await applicant.locator('main').innerText(), /Rp1\.950\.000[^]*Rp1\.000\.000/);
  await judge(applicant, 'step 8, check, same day');
  await applicant.goto(`/permohonan/${id}/kantor?kembali=periksa`);
  await judge(applicant, 'step 6, offices, same day');
  await applicant.goto(`/permohonan/${id}/periksa`);
  applicant.unjudged = true;
  await checkAndSend(applicant);
  applicant.unjudged = false;
  const code = await billingCode(applicant, id);
  assert.match(await applicant.locator('main').innerText(), /Layanan percepatan[^]*Rp1\.000\.000/);
  await judge(applicant, 'bill, same day');
  await payAtBank(applicant, code);
  await isPaid(applicant, id);
  await isAt(applicant, id, words(applicant).scheduled, 'application, same day');
  assert.match(await applicant.locator('main').innerText(), /selesai pada hari kunjungan/);
  await letter(someone.email, one => one.attachments.some(file => file.type.includes('pdf')));
});

/** Somebody new whose form has gone in and whose bill is open. */
async function owes(person) {
  const { applicant, someone, id, time } = await filledIn(person);
  applicant.unjudged = true;
  await applicant.goto(`/permohonan/${id}/periksa`);
  await checkAndSend(applicant);
  applicant.unjudged = false;
  return { applicant, someone, id, time };
}

/** Somebody new whose form is filled in to the end. */
async function filledIn(person) {
  await nextMorning();
  const someone = await resident();
  const applicant = await person('applicant');
  applicant.unjudged = true;
  await register(applicant, someone);
  const { id, time } = await fillIn(applicant, someone);
  applicant.unjudged = false;
  return { applicant, someone, id, time };
}

/** Makes neighbours ill while something is done; they recover whatever happens. */
async function ill(illnesses, act) {
  const set = (layanan, gangguan) => ask('/gangguan/api', { layanan, gangguan, detik: '' });
  try {
    await Promise.all(Object.entries(illnesses).map(one => set(...one)));
    await act();
  } finally {
    await Promise.all(Object.keys(illnesses).map(layanan => set(layanan, 'normal')));
  }
}

/** What a phone held before the screen reads. */
async function scan(drawing) {
  const picture = `${OUT}qris.png`;
  await drawing.screenshot({ path: picture, scale: 'device' });
  return execFileSync('zbarimg', ['--quiet', '--raw', picture], { encoding: 'utf8' }).trim();
}

async function accountNumber(applicant, id) {
  await eventually('the account to pay into', async () => {
    await applicant.goto(`/tagihan/${id}`);
    return await applicant.locator('#va').count() > 0;
  });
  return (await applicant.locator('#va').innerText()).replaceAll(/\D/g, '');
}

function payByQris(applicant, content) {
  return atBank(applicant, 'Isi kode QRIS', content, 'Pindai');
}

function payIntoAccount(applicant, number) {
  return atBank(applicant, 'Nomor virtual account', number, 'Periksa nomor');
}

async function atBank(applicant, field, typed, button) {
  const bank = await applicant.context().newPage();
  await bank.goto(`${OUTSIDE}/bank/va`);
  await bank.getByLabel(field).fill(typed);
  await bank.getByRole('button', { name: button }).click();
  await bank.getByRole('button', { name: /^Bayar Rp/ }).click();
  await bank.getByRole('heading', { name: 'Pembayaran berhasil' }).waitFor();
  await bank.close();
}

async function isPaid(applicant, id) {
  await eventually('the proof of payment', async () => {
    await applicant.goto(`/tagihan/${id}`);
    return await applicant.locator('.proof').count() > 0;
  });
}

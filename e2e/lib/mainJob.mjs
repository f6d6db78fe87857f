// The main job: a person gets a passport appointment, pays, comes, and is served at a counter.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { OUT, OUTSIDE } from './browser.mjs';
import { judge } from './judges.mjs';
import {
  callIsHeard, clearHall, counterOfficer, display, doorOfficer, goHome, millisecondsUntilShown, numberAt, numberGiven, readTicket,
  showCode,
} from './office.mjs';
import {
  checkAndSend, fillIn, lookAround, path, press, register, signIn, signOut, words,
} from './steps.mjs';
import { attachment, eventually, letter, resident, wakeUpAt } from './world.mjs';

// A display that is cut off notices after four seconds and asks every ten: what comes sooner came by the live event.
// How soon is printed; on a machine with nothing else to do it is well within the second that is promised.
const BEFORE_ANY_POLL = 4_000;

export async function mainJob(person, device) {
  const someone = await resident();
  const applicant = await person('applicant', device);

  await lookAround(applicant);
  await register(applicant, someone);
  await signOut(applicant);
  await signIn(applicant, someone);
  const { id, time } = await fillIn(applicant, someone);
  await checkAndSend(applicant);
  await isAt(applicant, id, words(applicant).waitingForPayment, 'application, to pay');
  await pay(applicant, id);
  await isAt(applicant, id, words(applicant).scheduled, 'application, scheduled');
  const code = await readPass(applicant, id, someone);

  const door = await doorOfficer(person, { language: device.language });
  assert.equal(await showCode(door, code), words(door).tooEarly);
  await judge(door, 'door, too early');
  await wakeUpAt(time);
  const counter = await counterOfficer(person, 'loket1', { language: device.language });
  await clearHall(counter);
  const number = await comeIn(door, code);
  await isAt(applicant, id, words(applicant).checkedIn, 'application, checked in');
  await beServed({ person, applicant, id, counter, number });
  if (device.alsoWide) {
    await fetchPassport({ applicant, id, counter, someone });
    await counter.goto('/petugas/loket');
  }
  await goHome(counter);
}

/** Looks at where the application stands, again and again until it is as expected. */
export async function isAt(applicant, id, stage, kind, seconds) {
  await eventually(`${stage} on the page of the application`, async () => {
    await applicant.goto(`/permohonan/${id}`);
    return (await applicant.locator('[role=status] .tag').innerText()).trim() === stage;
  }, seconds);
  await judge(applicant, kind);
}

/** Pays as people do: reads the code off the bill, types it at the bank, comes back and looks. */
export async function pay(applicant, id) {
  const code = await billingCode(applicant, id);
  await judge(applicant, 'bill');
  await payAtBank(applicant, code);
  await eventually('the proof of payment', async () => {
    await applicant.goto(`/tagihan/${id}`);
    return await applicant.locator('.proof').count() > 0;
  });
  await judge(applicant, 'bill, paid');
}

export async function billingCode(applicant, id, seconds) {
  await eventually('the billing code', async () => {
    await applicant.goto(`/tagihan/${id}`);
    return await applicant.locator('#kode').count() > 0;
  }, seconds);
  const code = (await applicant.locator('#kode').innerText()).replaceAll(/\D/g, '');
  assert.match(code, /^\d{15}$/);
  return code;
}

export async function payAtBank(applicant, code) {
  const bank = await applicant.context().newPage();
  await bank.goto(`${OUTSIDE}/bank`);
  await bank.getByLabel('Kode billing').fill(code);
  await bank.getByRole('button', { name: 'Periksa tagihan' }).click();
  await bank.getByRole('button', { name: /^Bayar Rp/ }).click();
  await bank.getByRole('heading', { name: 'Pembayaran berhasil' }).waitFor();
  await bank.close();
}

/** The pass: its page, its PDF, its letter, and once more without a network. Returns the booking code. */
async function readPass(applicant, id, someone) {
  const code = await bookingCode(applicant, id);
  await judge(applicant, 'pass');
  const paper = await applicant.context().request.get(`/pass/${id}/pdf`);
  assert.equal(paper.status(), 200);
  isPassOnPaper(await paper.body(), code);
  const written = await letter(someone.email, one => one.attachments.some(file => file.type.includes('pdf')));
  isPassOnPaper(await attachment(written.attachments.find(file => file.type.includes('pdf'))), code);
  if (applicant.javaScript) {
    await withoutNetwork(applicant, id, code);
  }
  return code;
}

export async function bookingCode(applicant, id) {
  await applicant.goto(`/pass/${id}`);
  return (await applicant.locator('main').innerText()).match(/\b[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}\b/)[0];
}

function isPassOnPaper(paper, code) {
  assert.equal(paper.subarray(0, 4).toString(), '%PDF');
  const file = `${OUT}pass-${process.pid}.pdf`; // other lanes read theirs
  writeFileSync(file, paper);
  let text;
  try {
    text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' });
  } catch (problem) {
    if (problem.code === 'ENOENT') {
      return; // this machine cannot read PDF; that it is one must do
    }
    throw problem;
  }
  assert.ok(text.includes(code), `the pass on paper shows the code ${code}`);
}

async function withoutNetwork(applicant, id, code) {
  await eventually('the pass kept on the phone', () =>
    applicant.evaluate(async address => (await caches.match(address)) !== undefined, `/pass/${id}`));
  await applicant.context().setOffline(true);
  await applicant.goto(`/pass/${id}`);
  assert.ok((await applicant.locator('main').innerText()).includes(code), 'the pass opens without a network');
  await applicant.goto('/beranda');
  await judge(applicant, 'offline', { weigh: false });
  await applicant.context().setOffline(false);
  applicant.complaints.length = 0; // that the network was away is no complaint
}

/** A mistyped code, an unknown one, the right one, and the right one once more. Returns the number given. */
async function comeIn(door, code) {
  await door.goto('/petugas/pintu');
  const last = code.at(-1) === 'A' ? 'B' : 'A';
  assert.equal(await showCode(door, code.slice(0, -1) + last), words(door).mistyped);
  await judge(door, 'door, mistyped');
  assert.equal(await showCode(door, code.toLowerCase()), words(door).comeIn);
  const number = await numberGiven(door);
  await judge(door, 'door, come in');
  await readTicket(door, number);
  assert.equal(await showCode(door, code), words(door).used);
  await judge(door, 'door, used');
  await door.goto('/petugas/pintu/hari-ini');
  await judge(door, 'arrivals');
  return number;
}

async function beServed({ person, applicant, id, counter, number }) {
  const screen = await display(person);
  await judge(screen, 'display', { themes: false });
  await applicant.goto(`/antrean/${id}`);
  await judge(applicant, 'queue, waiting');
  await counter.reload();
  await judge(counter, 'counter, somebody waits');
  const late = await millisecondsUntilShown(screen, number, () => press(counter, words(counter).callNext));
  console.log(`The display showed the call after ${Math.round(late)} ms`);
  assert.ok(late < BEFORE_ANY_POLL, `the display showed the call after ${Math.round(late)} ms`);
  await judge(screen, 'display, called', { themes: false });
  await callIsHeard(screen);
  assert.equal(await numberAt(counter), number);
  await judge(counter, 'counter, called');
  await seesCall(applicant);
  await press(counter, words(counter).recall);
  await press(counter, words(counter).serve);
  await judge(counter, 'counter, serving');
  await isAt(applicant, id, words(applicant).inService, 'application, in service');
  await press(counter, words(counter).finish);
  await judge(counter, 'counter, finished');
  await isAt(applicant, id, words(applicant).interviewed, 'application, done at the counter');
  await applicant.goto('/beranda');
  await judge(applicant, 'home, done at the counter');
}

/** The office says that the passport lies ready, its applicant is told by letter and at home, and it is handed over. */
async function fetchPassport({ applicant, id, counter, someone }) {
  await counter.goto('/petugas/paspor');
  await judge(counter, 'passports');
  await counter.goto(`/petugas/paspor/${id}`);
  await judge(counter, 'passport, being made');
  await press(counter, 'Nyatakan siap diambil');
  await judge(counter, 'passport, ready');
  await letter(someone.email, one => one.subject.includes('Terakhir mengambil paspor'));
  await eventually('the passport that waits, at home', async () => {
    await applicant.goto('/beranda');
    return (await applicant.locator('main').innerText()).includes('Paspor Anda menunggu diambil');
  });
  await judge(applicant, 'home, passport ready');
  await press(counter, 'Catat sudah diserahkan');
  await judge(counter, 'passport, handed over');
}

/** The applicant's own page says by itself that the number is called; without scripts, once it is opened again. */
async function seesCall(applicant) {
  if (!applicant.javaScript) {
    await applicant.reload();
  }
  await applicant.getByText(words(applicant).called).first().waitFor();
  await judge(applicant, 'queue, called');
}

/** Somebody who has registered, paid, and has a time that is certain. */
export async function certain(page, someone) {
  page.unjudged = true;
  await register(page, someone);
  const { id, time } = await fillIn(page, someone);
  await checkAndSend(page);
  await pay(page, id);
  await isAt(page, id, words(page).scheduled);
  const code = await bookingCode(page, id);
  page.unjudged = false;
  return { id, time, code };
}

// The outside world, as a person would use it: the inbox, the bank, the clock, the register of residents.
import assert from 'node:assert/strict';
import { createHmac, randomInt } from 'node:crypto';
import { OUTSIDE, TITIAN } from './browser.mjs';

export async function ask(path, body) {
  const answer = await fetch(OUTSIDE + path, body && {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
  });
  assert.ok(answer.ok, `${path} answered ${answer.status}`);
  return answer.json();
}

/** Waits until something is so, looking again every tenth of a second for at most this long. */
export async function eventually(what, look, seconds = 30) {
  const until = Date.now() + seconds * 1000;
  for (;;) {
    const seen = await look();
    if (seen) {
      return seen;
    }
    if (Date.now() > until) {
      assert.fail(`${what} did not happen within ${seconds} s`);
    }
    await new Promise(done => setTimeout(done, 100));
  }
}

/** A woman nobody has met before, not old, known to the civil registry under a number that fits her day of birth. */
export async function resident() {
  const letters = Array.from({ length: 8 }, () => String.fromCharCode(65 + randomInt(26))).join('');
  const [day, month, year] = [randomInt(1, 29), randomInt(1, 13), randomInt(1970, 2000)];
  const two = number => String(number).padStart(2, '0');
  const someone = {
    name: `SITI ${letters}`,
    nik: `3174${two(randomInt(1, 11))}${day + 40}${two(month)}${two(year % 100)}${String(randomInt(1, 10_000)).padStart(4, '0')}`,
    birth: { day: two(day), month: two(month), year: String(year) },
    email: `${letters.toLowerCase()}@warga.example`,
    phone: '0812' + String(randomInt(10_000_000, 100_000_000)),
    password: `jembatan-${letters.toLowerCase()}`,
  };
  await ask('/dukcapil/penduduk', {
    NIK: someone.nik, NAMA_LGKP: someone.name, TGL_LHR: `${two(day)}-${two(month)}-${year}`, JENIS_KLMIN: 'PEREMPUAN',
  });
  return someone;
}

/** The newest letter to somebody that is like this; people look again until it has come. */
export function letter(to, isIt = () => true, seconds = undefined) {
  return eventually(`a letter to ${to}`, async () =>
    (await ask(`/surat/api?kepada=${encodeURIComponent(to)}&batas=20`)).find(isIt), seconds);
}

/** Tells of a payment as the biller does, signed; without a code, of one that is nobody's. Returns the code. */
export async function notice(code, total) {
  const digits = count => Array.from({ length: count }, () => randomInt(10)).join('');
  const named = code ?? `9${digits(14)}`;
  const body = JSON.stringify({ trx_id_KL: `E2E-${digits(8)}`, kode_billing: named, ntb: `9${digits(11)}`, ntpn: `9${digits(15)}`, total });
  const signature = createHmac('sha256', 'simponi-dev').update(body).digest('hex');
  const answer = await fetch(`${TITIAN}/simponi/pemberitahuan`, {
    method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Simponi-Signature': signature }, body,
  });
  assert.ok(answer.ok, `the notice was answered ${answer.status}`);
  return named;
}

export async function attachment(file) {
  const answer = await fetch(new URL(file.url, OUTSIDE));
  assert.ok(answer.ok, `${file.url} answered ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}

/** Today in Jakarta, by the outside world's clock. */
export async function localDate() {
  return (await ask('/jam/api')).sekarang.slice(0, 10);
}

/** Lets time pass for everybody until this moment; it never runs backwards. */
export async function wakeUpAt(moment) {
  await ask('/jam/api', { ke: moment });
}

export async function letPass(duration) {
  await ask('/jam/api', { maju: duration });
}

/** The next morning: whatever people before left unpaid or gave back is free again, and the day is long enough. */
export async function nextMorning() {
  await wakeUpAt(`${addDays(await localDate(), 1)}T06:00:00+07:00`);
}

export function addDays(day, days) {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

export const SUNDAY = 0;
export const SATURDAY = 6;

/** The first such day of the week after that day. */
export function weekdayAfter(day, weekday) {
  return addDays(day, (weekday - new Date(day).getUTCDay() + 7) % 7 || 7);
}

/** 2026-11-27 for "27 November 2026". */
export function dateOf(written) {
  const [day, month, year] = written.split(' ');
  const number = 1 + ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des']
    .indexOf(month.slice(0, 3));
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

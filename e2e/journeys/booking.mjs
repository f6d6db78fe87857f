// A visit that is certain is moved once and no oftener, then given up: its place rests and comes back to everybody, and
// what was paid pays for the next.
import assert from 'node:assert/strict';
import { journey } from '../lib/journey.mjs';
import { judge } from '../lib/judges.mjs';
import { bookingCode, certain, isAt } from '../lib/mainJob.mjs';
import { chooseTime, fill, follow, OFFICE, path, press, words } from '../lib/steps.mjs';
import { addDays, attachment, eventually, letPass, letter, localDate, nextMorning, resident, wakeUpAt } from '../lib/world.mjs';

/** No place rests longer before it comes back to everybody: the policy's longest return delay. */
const LONGEST_REST = 'PT30M';
const JAKARTA = '+07:00';

journey('an appointment is moved, not moved again, cancelled; its place comes back, and the next one is paid for',
  async person => {
    await nextMorning();
    const someone = await resident();
    const applicant = await person('applicant', { alsoWide: true });
    const visitor = await person('visitor');
    const { id, time, code } = await certain(applicant, someone);
    const before = await placesLeft(visitor, time);

    const later = await moves(applicant, id, time);
    assert.equal(await bookingCode(applicant, id), code, 'the code stays');
    await isTold(someone, /^Jadwal paspor Anda diubah/, 'SEQUENCE:1', 'STATUS:CONFIRMED');
    assert.equal(await placesLeft(visitor, time), before, 'the old place rests first');
    const laterLeft = await placesLeft(visitor, later);
    await applicant.goto(`/permohonan/${id}/ubah-jadwal`);
    assert.match(await applicant.locator('h1').innerText(), /tidak bisa diubah lagi/);
    await judge(applicant, 'visit, moved as often as may be');
    await letPass(LONGEST_REST);
    await eventually('the old place being free again', async () => await placesLeft(visitor, time) === before + 1);

    await wakeUpAt(`${addDays(later.slice(0, 10), -3)}T09:01:00${JAKARTA}`);
    await isReminded(someone);
    await cancels(applicant, id);
    await isTold(someone, /^Janji temu dibatalkan/, 'SEQUENCE:2', 'STATUS:CANCELLED');
    assert.equal(await placesLeft(visitor, later), laterLeft, 'the place rests first');
    await letPass(LONGEST_REST);
    await eventually('the place being free again', async () => await placesLeft(visitor, later) === laterLeft + 1);

    const next = await isScheduledAgainForNothing(applicant, id, code);
    await misses(applicant, id, next);
  });

/** Chooses the last hour of a day some days away, sees both times side by side, agrees. Returns the new time. */
async function moves(page, id, time) {
  await page.goto(`/permohonan/${id}`);
  await judge(page, 'application, scheduled, may be changed');
  await follow(page, () => page.getByRole('link', { name: /^Ubah jadwal/ }).click());
  await judge(page, 'move, calendar');
  await press(page, 'Lanjutkan');
  assert.equal(page.answer.status(), 422);
  await judge(page, 'move, nothing chosen', { weigh: false });
  const far = await farDay(page);
  await follow(page, () => far.click());
  const day = new URL(page.url()).searchParams.get('tanggal');
  const tile = page.locator('.slot:has(input[name=slot]:enabled)').last();
  const [hour, minute] = (await tile.locator('b').innerText()).match(/\d{2}/g);
  await tile.locator('input').check();
  await judge(page, 'move, hours');
  await press(page, 'Lanjutkan');
  await judge(page, 'move, old and new');
  assert.match(await page.locator('.swap .old').innerText(), new RegExp(time.slice(11, 16).replace(':', '.')));
  const secondTab = await page.context().newPage();
  await secondTab.goto(page.url());
  await press(page, 'Ya, ubah jadwal');
  assert.equal(path(page), `/permohonan/${id}/ubah-jadwal/selesai`);
  await judge(page, 'move, done');
  await press(secondTab, 'Ya, ubah jadwal');
  assert.equal(path(secondTab), path(page), 'a second tab is shown the same');
  await secondTab.close();
  await page.goto(`/permohonan/${id}`);
  assert.equal(await page.locator('.moves li').count(), 1, 'and has moved nothing');
  await judge(page, 'application, moved');
  return `${day}T${hour}:${minute}:00${JAKARTA}`;
}

/** The first day with places that is at least five days away, in the next month if need be. */
async function farDay(page) {
  const from = addDays(await localDate(), 5);
  for (const day of await page.locator('table.cal a.day').all()) {
    if (new URL(await day.getAttribute('href'), page.url()).searchParams.get('tanggal') >= from) {
      return day;
    }
  }
  await follow(page, () => page.locator('.cal-h a').last().click());
  return farDay(page);
}

async function cancels(page, id) {
  await page.goto(`/permohonan/${id}`);
  await follow(page, () => page.getByRole('link', { name: /^Batalkan janji temu/ }).click());
  await judge(page, 'cancel, what happens');
  await press(page, 'Ya, batalkan');
  assert.equal(path(page), `/permohonan/${id}`);
  await judge(page, 'application, cancelled');
  await page.goto(`/pass/${id}`);
  await judge(page, 'pass, cancelled');
  await page.goto('/beranda');
  await judge(page, 'home, cancelled');
}

async function isScheduledAgainForNothing(page, id, code) {
  await follow(page, () => page.getByRole('link', { name: words(page).chooseAgain }).first().click());
  assert.equal(path(page), `/permohonan/${id}/jadwal`);
  page.unjudged = true;
  const time = await chooseTime(page);
  await fill(page, { setuju: true });
  await press(page, 'Kirim dan pastikan jadwal');
  page.unjudged = false;
  await isAt(page, id, words(page).scheduled, 'application, scheduled again');
  assert.notEqual(await bookingCode(page, id), code, 'a new visit has a new code');
  return time;
}

/** The day goes by and nobody comes. */
async function misses(page, id, time) {
  await wakeUpAt(`${addDays(time.slice(0, 10), 1)}T00:01:00${JAKARTA}`);
  await eventually('the visit being noted as missed', async () => {
    await page.goto(`/permohonan/${id}`);
    return (await page.locator('[role=status] .tag').innerText()).trim() === words(page).noShow;
  });
  await judge(page, 'application, missed');
  await page.goto(`/permohonan/${id}/terlewat`);
  await judge(page, 'missed, what now');
}

/** By a letter, with an entry that changes the one in the calendar. */
async function isTold(someone, subject, ...entry) {
  const written = await letter(someone.email, one => subject.test(one.subject));
  const file = await attachment(written.attachments.find(one => one.type.includes('calendar')));
  entry.forEach(line => assert.ok(file.toString().includes(line), `${line} in the calendar file`));
}

async function isReminded(someone) {
  const { text } = await letter(someone.email, one => /^Ingat kunjungan paspor Anda/.test(one.subject), 30);
  assert.match(text, /Terakhir bisa diubah/);
}

/** How many places are left at that time, as the public page says. */
async function placesLeft(visitor, time) {
  const [day, hour] = time.split('T');
  await visitor.goto(`/jadwal/${OFFICE}?tanggal=${day}`);
  const tile = visitor.locator('#jam .slot', { hasText: hour.slice(0, 5).replace(':', '.') });
  return Number((await tile.innerText()).replace(/^\s*\d{2}\.\d{2}/, '').match(/\d+/)?.[0] ?? 0);
}

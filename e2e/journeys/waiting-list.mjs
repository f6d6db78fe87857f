// Nothing suits, so somebody waits; another does not pay, and the place that comes back is held for who waits.
import assert from 'node:assert/strict';
import { journey } from '../lib/journey.mjs';
import { judge } from '../lib/judges.mjs';
import { billingCode, isAt, pay } from '../lib/mainJob.mjs';
import { checkAndSend, fill, fillIn, follow, path, press, register, words } from '../lib/steps.mjs';
import { eventually, letPass, letter, nextMorning, resident } from '../lib/world.mjs';

/** No place rests longer before it comes back: the policy's longest return delay. */
const LONGEST_REST = 'PT30M';

journey('a place that comes back is offered by letter to who waits, and accepting it leads to the appointment', async person => {
  await nextMorning();
  const [waits, books] = [await resident(), await resident()];
  const [waiter, holder] = [await person('waiter', { alsoWide: true }), await person('holder')];
  const [{ id }, held] = await Promise.all([prepared(waiter, waits), prepared(holder, books)]);
  holder.unjudged = true;
  await checkAndSend(holder);
  await billingCode(holder, held.id);

  const wish = await join(waiter, id);
  await lookAtTheList(waiter, wish);
  await letPass('PT2H4M');
  await eventually('the unpaid place resting', async () => {
    await holder.goto(`/permohonan/${held.id}`);
    return (await holder.locator('[role=status] .tag').innerText()).trim() === words(holder).expired;
  });
  await waiter.goto(wish);
  assert.equal(await waiter.getByRole('button', { name: 'Terima' }).count(), 0, 'a place that rests is not offered yet');
  await letPass(LONGEST_REST);

  const { subject, text } = await letter(waits.email, one => one.subject.startsWith('Ada tempat paspor'), 30);
  assert.match(subject, /^Ada tempat paspor untuk Anda: /);
  assert.ok(text.includes(wish), 'the letter leads to the offer');
  await waiter.goto('/beranda');
  assert.match(await waiter.locator('main').innerText(), /Ada tempat untuk Anda/);
  await judge(waiter, 'home, offer');
  await waiter.goto(wish);
  await judge(waiter, 'waiting list, offer');
  await press(waiter, 'Terima');

  assert.equal(path(waiter), `/tagihan/${id}`);
  waiter.unjudged = true;
  await pay(waiter, id);
  await isAt(waiter, id, words(waiter).scheduled, 'application, scheduled');
  waiter.unjudged = false;
  const said = await waiter.locator('main').innerText();
  assert.ok(said.includes(held.time.slice(11, 16).replace(':', '.')), 'the appointment is at the hour that was offered');
  await waiter.goto(wish);
  await judge(waiter, 'waiting list, placed');
});

/** The form is filled in to the end; how that looks is told elsewhere. */
async function prepared(page, someone) {
  page.unjudged = true;
  await register(page, someone);
  const filled = await fillIn(page, someone);
  page.unjudged = false;
  return filled;
}

/** From the calendar, where no time suits; first with nothing chosen, to be told what is missing. */
async function join(page, id) {
  await page.goto(`/permohonan/${id}/jadwal`);
  await follow(page, () => page.getByRole('link', { name: 'Masuk daftar tunggu' }).click());
  await judge(page, 'waiting list, join');
  await press(page, 'Masuk daftar tunggu');
  assert.equal(page.answer.status(), 422);
  await judge(page, 'waiting list, join, what is missing');
  await fill(page, { cari: 'Bogor' });
  await press(page, 'Cari');
  await judge(page, 'waiting list, join, an office looked for');
  await page.locator('main [name=kantor][value=kanim-bogor]').check();
  await fill(page, { setuju: true });
  await press(page, 'Masuk daftar tunggu');
  assert.match(path(page), /^\/daftar-tunggu\/[0-9a-f-]{36}$/);
  return path(page);
}

async function lookAtTheList(page, wish) {
  assert.match(await page.locator('[role=status]').innerText(), /Anda di daftar tunggu/);
  await judge(page, 'waiting list, waiting');
  await page.goto('/daftar-tunggu');
  await judge(page, 'waiting list, mine');
  await page.goto(`${wish}/ubah`);
  await judge(page, 'waiting list, change');
  await page.goto(`${wish}/keluar`);
  await judge(page, 'waiting list, leave');
}

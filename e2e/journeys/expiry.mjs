// Two hours pass without payment: the place rests, then goes back to everybody; the form stays with its owner.
import assert from 'node:assert/strict';
import { OUTSIDE } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { judge } from '../lib/judges.mjs';
import { billingCode, isAt, pay } from '../lib/mainJob.mjs';
import { checkAndSend, chooseTime, fillIn, follow, OFFICE, path, register, words } from '../lib/steps.mjs';
import { eventually, letPass, nextMorning, resident } from '../lib/world.mjs';

/** No place rests longer before it comes back to everybody: the policy's longest return delay. */
const LONGEST_REST = 'PT30M';

journey('an unpaid place goes back after two hours, the form is kept, and a new time is soon chosen', async person => {
  await nextMorning();
  const someone = await resident();
  const applicant = await person('applicant');
  const visitor = await person('visitor');
  applicant.unjudged = true;
  await register(applicant, someone);
  const { id, time } = await fillIn(applicant, someone);
  applicant.unjudged = false;
  const before = await placesLeft(visitor, time);
  await checkAndSend(applicant);
  const code = await billingCode(applicant, id);
  await eventually('the place being held', async () => await placesLeft(visitor, time) === before - 1);

  await letPass('PT2H4M');
  await isAt(applicant, id, words(applicant).expired, 'application, expired');
  assert.equal(await placesLeft(visitor, time), before - 1, 'who waits for the minute of the expiry gains nothing');
  await letPass(LONGEST_REST);
  await eventually('the place being free again', async () => await placesLeft(visitor, time) === before);
  await applicant.goto(`/tagihan/${id}`);
  await judge(applicant, 'bill, expired');
  assert.equal((await fetch(`${OUTSIDE}/bank?kode=${code}`)).status, 410, 'the bank takes no money for the old code');
  await applicant.goto('/beranda');
  await judge(applicant, 'home, expired');

  await follow(applicant, () => applicant.getByRole('link', { name: words(applicant).chooseAgain }).first().click());
  assert.equal(path(applicant), `/permohonan/${id}/jadwal`);
  await chooseTime(applicant);
  assert.match(await applicant.locator('main').innerText(), new RegExp(someone.name), 'the form is kept');
  await checkAndSend(applicant);
  assert.notEqual(await billingCode(applicant, id), code);
  await pay(applicant, id);
  await isAt(applicant, id, words(applicant).scheduled, 'application, scheduled');
});

/** How many places are left at that time, as the public page says. */
async function placesLeft(visitor, time) {
  const [day, hour] = time.split('T');
  await visitor.goto(`/jadwal/${OFFICE}?tanggal=${day}`);
  const tile = visitor.locator('#jam .slot', { hasText: hour.slice(0, 5).replace(':', '.') });
  const left = (await tile.locator('span span, span').last().innerText());
  const said = await tile.innerText();
  return Number(said.replace(/^\s*\d{2}\.\d{2}/, '').match(/\d+/)?.[0] ?? (left && 0));
}

// The day at the office when things do not go straight: two press at once, one does not come, the line is cut.
import assert from 'node:assert/strict';
import { DESK, TELEVISION, TITIAN } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { judge } from '../lib/judges.mjs';
import { Line } from '../lib/line.mjs';
import { bookingCode, isAt, pay } from '../lib/mainJob.mjs';
import { clearHall, counterOfficer, doorOfficer, goHome, numberAt, numberGiven, officer, showCode } from '../lib/office.mjs';
import { button, checkAndSend, fillIn, follow, OFFICE, press, register, words } from '../lib/steps.mjs';
import { resident, wakeUpAt } from '../lib/world.mjs';

journey('two officers press at once and get different people; who does not come is missed; a cut line is said',
  async person => {
    const [anna, berta] = [await comer(person, 'anna'), await comer(person, 'berta')];
    await wakeUpAt([anna.time, berta.time].sort().at(-1));
    const door = await doorOfficer(person);
    const one = await counterOfficer(person, 'loket1');
    const two = await counterOfficer(person, 'loket2');
    await clearHall(one);
    const numbers = [await comeIn(door, anna), await comeIn(door, berta)];
    await Promise.all([one.reload(), two.reload()]);

    await Promise.all([one, two].map(counter => press(counter, words(counter).callNext)));
    const [atOne, atTwo] = [await numberAt(one), await numberAt(two)];
    assert.deepEqual([atOne, atTwo].sort(), numbers.toSorted(), 'each counter has somebody else');

    await recallWithASlowFinger(one, () => press(two, words(two).absent));
    await judge(two, 'counter, missed');
    const missed = atTwo === anna.number ? anna : berta;
    await isAt(missed.page, missed.id, words(missed.page).noShow, 'application, no-show');
    assert.equal(await showCode(door, missed.code), words(door).missed);
    await press(two, words(two).callNext);
    await judge(two, 'counter, nobody waits');

    const administrator = await officer(person, 'admin', '/petugas/kantor');
    await judge(administrator, 'office today');
    await saysWhenCutOff(person, one);
    await press(one, words(one).serve);
    await press(one, words(one).finish);
    await goHome(one);
    await goHome(two);
  });

/** Somebody with a time that is certain. */
async function comer(person, name) {
  const someone = await resident();
  const page = await person(name, { viewport: DESK });
  page.unjudged = true;
  await register(page, someone);
  const { id, time } = await fillIn(page, someone);
  await checkAndSend(page);
  await pay(page, id);
  await isAt(page, id, words(page).scheduled);
  const code = await bookingCode(page, id);
  page.unjudged = false;
  return { page, id, time, code };
}

async function comeIn(door, somebody) {
  assert.equal(await showCode(door, somebody.code), words(door).comeIn);
  somebody.number = await numberGiven(door);
  return somebody.number;
}

/** The console is refreshed between press and release: the button still does what it says. */
async function recallWithASlowFinger(counter, meanwhile) {
  await button(counter, words(counter).recall).hover();
  await counter.mouse.down();
  await Promise.all([counter.waitForResponse(answer => answer.url().includes('/petugas/loket/')), meanwhile()]);
  await follow(counter, () => counter.mouse.up());
  assert.match(await counter.locator('.calling').innerText(), /ke-2/, 'called once more');
}

/** The display hangs on a line of its own, which is cut: it says so, and shows what it missed once it is mended. */
async function saysWhenCutOff(person, counter) {
  const line = await Line.to(TITIAN);
  const screen = await person('display', { viewport: TELEVISION });
  await screen.goto(`${line.address}/layar/${OFFICE}`);
  await screen.locator('.nowc .no').waitFor();
  const calls = () => screen.locator('.nowc').getAttribute('data-call');
  const before = await calls();
  const strip = screen.locator('[data-cut]');
  assert.ok(await strip.isHidden());
  const unstreamed = await withoutStream(person);
  await line.cut();
  await strip.waitFor({ state: 'visible' });
  assert.match(await strip.innerText(), /\d{2}\.\d{2}/, 'since when is said');
  screen.complaints.length = 0; // that the line was cut is no complaint
  await judge(screen, 'display, cut off', { themes: false, weigh: false });
  await press(counter, words(counter).recall);
  await showsAnotherCall(unstreamed, before, 20_000);
  unstreamed.complaints.length = 0;
  await line.mend();
  await strip.waitFor({ state: 'hidden', timeout: 30_000 });
  await showsAnotherCall(screen, before, 15_000);
  await line.close();
  screen.complaints.length = 0;
}

/** A display that no stream reaches, as behind some proxies: it says so, and asks by itself. */
async function withoutStream(person) {
  const screen = await person('display without a stream', { viewport: TELEVISION });
  await screen.route('**/acara*', route => route.abort());
  await screen.goto(`/layar/${OFFICE}`);
  await screen.locator('[data-cut]').waitFor({ state: 'visible' });
  return screen;
}

function showsAnotherCall(screen, before, timeout) {
  return screen.waitForFunction(old => document.querySelector('.nowc').dataset.call !== old, before, { timeout });
}

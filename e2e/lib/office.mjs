// The office: the officer at the door, the officers at the counters, the display in the hall.
import assert from 'node:assert/strict';
import { TELEVISION, DESK } from './browser.mjs';
import { judge } from './judges.mjs';
import { button, fill, follow, OFFICE, path, press, signIn, STAFF_PASSWORD, words } from './steps.mjs';
import { ask } from './world.mjs';

/** An officer, signed in at their place. */
export async function officer(person, account, place, options = {}) {
  const page = await person(account, { viewport: DESK, ...options });
  await signIn(page, { email: `${account}@titian.example`, password: STAFF_PASSWORD });
  await prove(page, `${account}@titian.example`);
  assert.match(path(page), /^\/petugas/);
  if (path(page) !== place) {
    await judge(page, path(page) === '/petugas' ? 'officers of several roles' : 'officers');
    await page.goto(place);
  }
  return page;
}

/** Shows a code of the officer's authenticator app, on whatever page asks for it. */
export async function prove(page, email) {
  assert.equal(path(page), '/petugas/bukti');
  await judge(page, 'second proof');
  const { kode } = await ask(`/autentikator/api?surel=${encodeURIComponent(email)}`);
  await fill(page, { kode });
  await press(page, words(page).goOn);
}

// Door

const POINTS = 72; // in an inch of 25.4 mm

export async function doorOfficer(person, options) {
  const page = await officer(person, 'pintu', '/petugas/pintu', options);
  await judge(page, 'door');
  return page;
}

/** Types a code as a person or a scanner would, and returns the word that fills the screen. */
export async function showCode(door, code) {
  const field = door.locator('[name=kode]');
  assert.ok(await field.evaluate(one => one === document.activeElement), 'the field waits for the scanner');
  await follow(door, async () => {
    await door.keyboard.type(code);
    await door.keyboard.press('Enter');
  });
  return (await door.locator('.verdict .word').textContent()).trim();
}

/** The number given at the door, as it is called: A-001. */
export async function numberGiven(door) {
  return tidy(await door.locator('.verdict .big').innerText());
}

export function tidy(text) {
  return text.replaceAll(/\s/g, '');
}

/** The paper with the number: one sheet of 80 mm, which the page sends to the printer by itself. */
export async function readTicket(door, number) {
  const address = await door.locator('.verdict a[data-print]').getAttribute('href');
  await door.addInitScript(() => { window.print = () => { window.printed = true; }; });
  await door.goto(address);
  await door.waitForFunction(() => window.printed);
  assert.equal(tidy(await door.getByRole('heading', { level: 1 }).innerText()), number);
  assert.ok(await door.evaluate(() => window.printed), 'the ticket goes to the printer by itself');
  await judge(door, 'ticket', { themes: false });
  const paper = (await door.pdf({ preferCSSPageSize: true })).toString('latin1');
  assert.match(paper, /\/Count 1\b/, 'the ticket is one sheet');
  const [, width] = paper.match(/\/MediaBox \[0 0 ([\d.]+) [\d.]+\]/);
  assert.equal(Math.round(width / POINTS * 25.4), 80, 'the paper is 80 mm wide');
  await door.goto('/petugas/pintu');
}

// Counter

export async function counterOfficer(person, account, options) {
  const page = await officer(person, account, '/petugas/loket', options);
  if (await page.locator('#loket').count() === 0) {
    await judge(page, 'counters');
    await follow(page, () => page.getByRole('button', { name: words(page).startWork }).first().click());
  }
  await page.locator('#loket').waitFor();
  await judge(page, 'counter, nobody called');
  return page;
}

export async function numberAt(counter) {
  const number = counter.locator('.calling .big.num');
  return await number.count() === 0 ? null : tidy(await number.innerText());
}

/** Serves whoever is still at this counter or waits, so that the next one called is ours. */
export async function clearHall(counter) {
  for (let people = 0; people < 50; people++) {
    const w = words(counter);
    if (await button(counter, w.serve).count() > 0) {
      await press(counter, w.serve);
    }
    if (await button(counter, w.finish).count() > 0) {
      await press(counter, w.finish);
    }
    if (await counter.locator('table .nextup').count() === 0) {
      return;
    }
    await press(counter, w.callNext);
  }
}

export async function goHome(counter) {
  await press(counter, words(counter).leave);
}

// Display

export async function display(person) {
  const page = await person('display', { viewport: TELEVISION });
  await page.addInitScript(writeDownWhatIsHeard);
  await page.goto(`/layar/${OFFICE}`);
  await page.locator('#layar').waitFor();
  return page;
}

/** There are no ears here: the tones that are played and the words that are said are noted in their order. */
function writeDownWhatIsHeard() {
  window.heard = [];
  const play = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (at) {
    window.heard.push(this.frequency.value);
    return play.call(this, at);
  };
  window.SpeechSynthesisUtterance = class {
    constructor(text) {
      this.text = text;
    }
  };
  Object.defineProperty(window, 'speechSynthesis', { value: {
    getVoices: () => [{ lang: 'id-ID' }, { lang: 'en-US' }],
    speak: words => {
      window.heard.push(`${words.lang}: ${words.text}`);
      queueMicrotask(() => words.onend());
    },
  } });
}

/** A chime of three tones, then the number and the counter in Indonesian and in English. */
export async function callIsHeard(screen) {
  await screen.waitForFunction(() => window.heard.length >= 5);
  const [one, two, three, indonesian, english] = await screen.evaluate(() => window.heard);
  assert.deepEqual([one, two, three], [784, 659, 523]);
  const call = screen.locator('.nowc');
  assert.equal(indonesian, `id-ID: ${await call.getAttribute('data-say')}`);
  assert.equal(english, `en-US: ${await call.getAttribute('data-say-en')}`);
}

/** How many milliseconds after something is done the display shows this number as the one called. */
export async function millisecondsUntilShown(screen, number, act) {
  const shown = screen.waitForFunction(
    wanted => document.querySelector('#layar .nowc .no')?.textContent.replaceAll(/\s/g, '') === wanted,
    number, { polling: 20 });
  const start = performance.now();
  await Promise.all([shown.then(() => 0), act()]);
  return performance.now() - start;
}

// The applicant's path without a mouse or a finger: Tab, Enter, Space and the arrows, and always a visible focus.
import assert from 'node:assert/strict';
import { PHONE } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import {
  answerQuestionnaire, begin, button, choosePassport, chooseOffice, codeFor, describeSelf, follow, path,
  tellFamily, toNextStep, uploadDocuments, words,
} from '../lib/steps.mjs';
import { isAt } from '../lib/mainJob.mjs';
import { resident } from '../lib/world.mjs';

const MOST_TABS = 150;

journey('an applicant registers, answers, chooses a time and sends the form by keyboard alone', async person => {
  const someone = await resident();
  const page = await person('applicant', { viewport: PHONE }); // or a desk's, made four times as large
  const w = words(page);
  page.unjudged = true;

  await page.goto('/daftar');
  await skipsToContent(page);
  await type(page, 'name', someone.name);
  await type(page, 'nik', someone.nik);
  for (const [part, value] of Object.entries(someone.birth)) {
    await type(page, `birthDate.${part}`, value);
  }
  await type(page, 'email', someone.email);
  await type(page, 'phone', someone.phone);
  await type(page, 'password', someone.password);
  await tabTo(page, page.locator('[name=consent]'));
  await page.keyboard.press('Space');
  await enter(page, button(page, w.register));
  assert.equal(path(page), '/daftar/kode');
  await type(page, 'digits', await codeFor(someone));
  await follow(page, () => page.keyboard.press('Enter'));
  assert.equal(path(page), '/beranda');

  const id = await begin(page);
  await toNextStep(page, id, 'nik');
  await type(page, 'fullName', someone.name);
  await type(page, 'nik', someone.nik);
  for (const [part, value] of Object.entries(someone.birth)) {
    await type(page, `birthDate.${part}`, value);
  }
  await enter(page, button(page, w.checkNik));
  await toNextStep(page, id, 'perdim');
  await tabTo(page, page.locator('[name=hasPassport]').first());
  await page.keyboard.press('Space');
  await tabTo(page, page.locator('[name=purpose]').first());
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  assert.ok(await page.locator('[name=purpose]').nth(1).isChecked(), 'arrows move within a choice');
  await page.keyboard.press('ArrowUp');
  await tabTo(page, page.locator('[name=stay]').first());
  await page.keyboard.press('Space');
  await enter(page, button(page, w.save));

  await uploadDocuments(page);
  await tellFamily(page);
  await choosePassport(page);
  await describeSelf(page);
  await chooseOffice(page);

  await enter(page, page.locator('table.cal a.day').first());
  await tabTo(page, page.locator('input[name=slot]:enabled').first());
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  assert.ok(await page.locator('input[name=slot]:enabled').nth(1).isChecked(), 'arrows move from hour to hour');
  await enter(page, button(page, w.saveTime));
  assert.equal(path(page), `/permohonan/${id}/periksa`);
  await tabTo(page, page.locator('[name=setuju]'));
  await page.keyboard.press('Space');
  await enter(page, button(page, w.send));
  await isAt(page, id, w.waitingForPayment);
});

/** The first Tab offers to skip the header. */
async function skipsToContent(page) {
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
  await focusIsVisible(page);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.querySelector('main').contains(document.activeElement)),
    'the next Tab is in the content');
}

async function type(page, name, text) {
  await tabTo(page, page.locator(`main [name="${name}"]`));
  await page.keyboard.type(text);
}

async function enter(page, what) {
  await tabTo(page, what);
  await follow(page, () => page.keyboard.press('Enter'));
}

/** Presses Tab until that has the focus; wherever the focus comes by, it can be seen. */
async function tabTo(page, what) {
  const wanted = await what.elementHandle();
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    if (await wanted.evaluate(one => one === document.activeElement)) {
      return;
    }
    await page.keyboard.press('Tab');
    await focusIsVisible(page);
  }
  assert.fail(`${what} is not reached by Tab`);
}

/** A ring round what has the focus, or round its label where the field itself is not drawn; and no bar lies over all of it. */
async function focusIsVisible(page) {
  const lost = await page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === document.body) {
      return null; // between the page and the browser's own frame
    }
    const ringed = [focused, ...focused.labels ?? []].some(one => {
      const style = getComputedStyle(one);
      const box = one.getBoundingClientRect();
      return box.width > 4 && box.height > 4
        && (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== 'none');
    });
    const shown = [focused, ...focused.labels ?? []].some(one => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      return [[.5, .5], [.1, .1], [.9, .1], [.1, .9], [.9, .9]].some(([x, y]) => {
        const there = document.elementFromPoint(left + x * (right - left), top + y * (bottom - top));
        return there && (one.contains(there) || there.contains(one) && there !== document.body && there !== document.documentElement);
      });
    });
    return ringed && shown ? null : `${ringed ? 'covered' : 'without a ring'}: ${focused.outerHTML.slice(0, 200)}`;
  });
  assert.equal(lost, null, 'the focus can be seen');
}

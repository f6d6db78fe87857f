// What every page must pass: accessibility, valid HTML, no complaints in the console, no sideways scroll, its weight.
import assert from 'node:assert/strict';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
import { DESK, openBrowser, OUT, PICTURES, TITIAN } from './browser.mjs';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
/** What another width may spoil in the same page. */
const LAYOUT_RULES = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'];
const NARROWEST = 320;
const MOST_BYTES = 60_000;
const LOG = OUT + 'judged.jsonl';

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    'void-style': 'off',              // <br> or <br/>: both are HTML
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'no-inline-style': 'error',
    'prefer-native-element': 'off',
    'tel-non-breaking': 'off',
  },
});

const judged = new Map((existsSync(LOG) ? readFileSync(LOG, 'utf8') : '').split('\n').filter(Boolean)
  .map(line => JSON.parse(line)).map(record => [key(record), record]));
const weighed = new Set([...judged.values()].filter(record => record.bytes).map(record => record.kind));
const found = [];

/**
 * Judges the page as it stands now, once for each kind of page, width and language; its colours in the dark too, unless
 * it has one theme only. At a second width the same answer is only laid out anew.
 */
export async function judge(page, kind, { themes = true, weigh = page.answer?.request().method() === 'GET' } = {}) {
  if (page.unjudged) {
    return;
  }
  await judgeAt(page, kind, page.viewport, async record => {
    record.wrong.push(...await html(page), ...page.complaints.splice(0));
    await Promise.all([weigh && onTheScale(page, record), inBothThemes(page, record, themes)]);
  });
  if (page.alsoWide) {
    await page.setViewportSize(DESK);
    await judgeAt(page, kind, DESK, async record => {
      if (page.javaScript) {
        await accessibility(page, record, axe(page).withRules(LAYOUT_RULES));
      }
    });
    await page.setViewportSize(page.viewport);
  }
}

async function judgeAt(page, kind, viewport, more) {
  const variant = `${viewport.width} ${page.language}${page.javaScript ? '' : ' no-js'}`;
  const record = { kind, variant, path: new URL(page.url()).pathname, status: page.answer?.status() ?? 200,
    rules: 0, wrong: [] };
  if (judged.has(key(record))) {
    return;
  }
  judged.set(key(record), record);
  record.wrong.push(...await sideways(page, viewport));
  await picture(page, kind, variant);
  await more(record);
  mkdirSync(OUT, { recursive: true });
  appendFileSync(LOG, JSON.stringify(record) + '\n');
  found.push(...record.wrong.map(problem => `${kind} (${record.path}, ${variant}): ${problem}`));
}

/** The dark theme differs in its colours alone. */
async function inBothThemes(page, record, themes) {
  if (!page.javaScript) {
    return isSeenElsewhere(record) || twin(page, same => accessibility(same, record, axe(same).withTags(RULES)));
  }
  await accessibility(page, record, axe(page).withTags(RULES));
  if (!themes || page.language !== 'id') {
    return;
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  record.wrong.push(...violations(await axe(page).withRules(COLOUR_RULES).analyze(), 'dark '));
  await picture(page, record.kind, `${record.variant} dark`);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Somebody with scripts has shown the same page. */
function isSeenElsewhere(record) {
  return [...judged.values()].some(one => one.kind === record.kind && one.rules > 0);
}

/** Fails with everything the judges found since the last verdict. */
export function bringVerdict() {
  assert.deepEqual(found.splice(0), [], 'what the judges found');
}

function key({ kind, variant }) {
  return `${kind}|${variant}`;
}

/** Our pages have no frames, so axe need not open a page of its own to gather what it found in each. */
function axe(page) {
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
}

/** Judged as read to its end: there a bar that stays at the lower edge covers nothing it could not uncover. */
async function accessibility(page, record, rules) {
  await scrollTo(page, 'end');
  const result = await rules.analyze();
  await scrollTo(page, 'start');
  record.rules = result.passes.length;
  record.wrong.push(...violations(result, ''));
}

/** Axe is a script: a page that came while there were none is laid out once more where it may run, its own may not. */
async function twin(page, act) {
  const context = await (await openBrowser()).newContext({
    serviceWorkers: 'block', viewport: page.viewport, reducedMotion: 'reduce',
  });
  await context.addCookies(await page.context().cookies(TITIAN));
  const same = await context.newPage();
  const body = (await page.content()).replaceAll(/<noscript><meta[^>]*><\/noscript>|<\/?noscript>/g, '');
  await same.route('**/*', route => route.request().resourceType() === 'script' ? route.abort() : route.continue());
  await same.route(url => url.href === page.url(), route => route.fulfill({ body, contentType: 'text/html' }));
  await same.goto(page.url());
  await act(same);
  await context.close();
}

function scrollTo(page, where) {
  return page.evaluate(end => window.scrollTo({
    top: end ? document.documentElement.scrollHeight : 0, behavior: 'instant',
  }), where === 'end');
}

function violations({ violations: all }, prefix) {
  return all.map(one => `${prefix}${one.id}: ${one.nodes.slice(0, 3).map(node => node.target.join(' ')).join('; ')}`);
}

/** The answer as the server wrote it. */
async function html(page) {
  const text = await page.answer.text().catch(() => page.content());
  const report = await validator.validateString(text);
  return report.results.flatMap(result => result.messages)
    .map(one => `${one.line}:${one.column} ${one.ruleId} ${one.message}`);
}

/** No sideways scroll at this width nor, on a phone, at the narrowest, nor there with large letters. */
async function sideways(page, viewport) {
  const wrong = [];
  const measure = async what => {
    const pixels = await page.evaluate(() =>
      document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (pixels > 0) {
      wrong.push(`scrolls sideways by ${pixels} px ${what}`);
    }
  };
  await measure(`at ${viewport.width} px`);
  if (viewport.width < 500) {
    await page.setViewportSize({ ...viewport, width: NARROWEST });
    await measure(`at ${NARROWEST} px`);
    const size = await page.evaluate(() => document.documentElement.dataset.text);
    await page.evaluate(() => { document.documentElement.dataset.text = 'besar'; });
    await measure(`at ${NARROWEST} px with large letters`);
    await page.evaluate(before => {
      before === undefined ? delete document.documentElement.dataset.text : document.documentElement.dataset.text = before;
    }, size);
    await page.setViewportSize(viewport);
  }
  return wrong;
}

async function picture(page, kind, variant) {
  if (!PICTURES) {
    return;
  }
  mkdirSync(OUT + variant, { recursive: true });
  await page.screenshot({ path: `${OUT}${variant}/${kind}.png`, fullPage: true });
}

/** What a first visit costs in bytes over the wire, nothing cached, with this person's session. */
async function onTheScale(page, record) {
  if (weighed.has(record.kind)) {
    return;
  }
  weighed.add(record.kind);
  const context = await (await openBrowser()).newContext({ serviceWorkers: 'block', viewport: page.viewport });
  await context.addCookies(await page.context().cookies(TITIAN));
  const visit = await context.newPage();
  const wire = await context.newCDPSession(visit);
  const open = new Set();
  let bytes = 0;
  let quietSince = Date.now();
  await wire.send('Network.enable');
  wire.on('Network.requestWillBeSent', ({ requestId, type }) => type === 'EventSource' || open.add(requestId));
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes += encodedDataLength;
    open.delete(requestId);
    quietSince = Date.now();
  });
  wire.on('Network.loadingFailed', ({ requestId }) => open.delete(requestId));
  await visit.goto(page.url(), { waitUntil: 'load' });
  while (open.size > 0 || Date.now() - quietSince < 150) {
    await visit.evaluate(() => new Promise(requestAnimationFrame));
  }
  await context.close();
  record.bytes = bytes;
  if (bytes > MOST_BYTES) {
    record.wrong.push(`weighs ${bytes} bytes on a first visit, more than ${MOST_BYTES}`);
  }
}

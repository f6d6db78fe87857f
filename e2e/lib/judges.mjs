// What every page must pass: accessibility, valid HTML, no complaints in the console, no sideways scroll, its weight.
import assert from 'node:assert/strict';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { HtmlValidate } from 'html-validate';
import { DESK, openBrowser, OUT, PICTURES, TITIAN } from './browser.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
/** What another width may spoil in the same page. */
const LAYOUT_RULES = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'];
/** What another language may spoil: how the page is called and read out, what its parts are called, and its layout. */
const LANGUAGE_RULES = [...LAYOUT_RULES, 'html-has-lang', 'html-lang-valid', 'valid-lang', 'document-title', 'label',
  'button-name', 'link-name', 'summary-name', 'image-alt', 'empty-heading', 'empty-table-header'];
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
const wires = new WeakMap();
let scale;
let lastOnTheScale = Promise.resolve();

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
        await accessibility(page, record, rules(LAYOUT_RULES));
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
    return isSeenElsewhere(record) || twin(page, same => accessibility(same, record, tags(RULES)));
  }
  await accessibility(page, record, isSeenInIndonesian(record) ? rules(LANGUAGE_RULES) : tags(RULES));
  if (!themes || page.language !== 'id') {
    return;
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  record.wrong.push(...violations(await axe(page, rules(COLOUR_RULES)), 'dark '));
  await picture(page, record.kind, `${record.variant} dark`);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Somebody with scripts has shown the same page. */
function isSeenElsewhere(record) {
  return [...judged.values()].some(one => one.kind === record.kind && one.rules > 0);
}

function isSeenInIndonesian({ kind, variant }) {
  const indonesian = variant.replace(/ en$/, ' id');
  return indonesian !== variant && judged.get(key({ kind, variant: indonesian }))?.rules > 0;
}

/** Fails with everything the judges found since the last verdict. */
export function bringVerdict() {
  assert.deepEqual(found.splice(0), [], 'what the judges found');
}

function key({ kind, variant }) {
  return `${kind}|${variant}`;
}

/**
 * Axe is told to a page once, however often it is asked; by the wire, where the browser remembers what it has compiled.
 * Our pages have no frames.
 */
async function axe(page, runOnly) {
  if (await page.evaluate(() => !('axe' in window))) {
    await (await wireTo(page)).send('Runtime.evaluate', { expression: AXE, silent: true });
  }
  return page.evaluate(async only => {
    const { violations, passes } = await window.axe.run({ runOnly: only, resultTypes: ['violations'], iframes: false });
    return { passes: passes.length,
      violations: violations.map(({ id, nodes }) => ({ id, at: nodes.slice(0, 3).map(node => node.target.join(' ')) })) };
  }, runOnly);
}

/** One for each page, and never taken off: that would take the phone's lock with it. */
function wireTo(page) {
  if (!wires.has(page)) {
    wires.set(page, page.context().newCDPSession(page));
  }
  return wires.get(page);
}

function tags(values) {
  return { type: 'tag', values };
}

function rules(values) {
  return { type: 'rule', values };
}

/** Judged as read to its end: there a bar that stays at the lower edge covers nothing it could not uncover. */
async function accessibility(page, record, runOnly) {
  await scrollTo(page, 'end');
  const result = await axe(page, runOnly);
  await scrollTo(page, 'start');
  record.rules = result.passes;
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
  return all.map(one => `${prefix}${one.id}: ${one.at.join('; ')}`);
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

/** What a first visit costs in bytes over the wire, nothing cached, with this person's session. One page at a time. */
function onTheScale(page, record) {
  if (weighed.has(record.kind)) {
    return;
  }
  weighed.add(record.kind);
  const weighing = lastOnTheScale.then(() => weigh(page));
  lastOnTheScale = weighing.catch(() => {});
  return weighing.then(bytes => {
    record.bytes = bytes;
    if (bytes > MOST_BYTES) {
      record.wrong.push(`weighs ${bytes} bytes on a first visit, more than ${MOST_BYTES}`);
    }
  });
}

async function weigh(page) {
  const { context, visit, seen } = await (scale ??= openScale());
  await context.clearCookies();
  await context.addCookies(await page.context().cookies(TITIAN));
  await visit.setViewportSize(page.viewport);
  Object.assign(seen, { open: new Set(), bytes: 0, quietSince: Date.now() });
  await visit.goto(page.url(), { waitUntil: 'load' });
  while (seen.open.size > 0 || Date.now() - seen.quietSince < 150) {
    await new Promise(done => setTimeout(done, 10));
  }
  const { bytes } = seen;
  await visit.goto('about:blank');
  return bytes;
}

/** A browser that remembers nothing. */
async function openScale() {
  const context = await (await openBrowser()).newContext({ serviceWorkers: 'block' });
  const visit = await context.newPage();
  const wire = await context.newCDPSession(visit);
  const seen = { open: new Set(), bytes: 0, quietSince: 0 };
  await wire.send('Network.enable');
  await wire.send('Network.setCacheDisabled', { cacheDisabled: true });
  wire.on('Network.requestWillBeSent', ({ requestId, type }) => type === 'EventSource' || seen.open.add(requestId));
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    seen.bytes += encodedDataLength;
    seen.open.delete(requestId);
    seen.quietSince = Date.now();
  });
  wire.on('Network.loadingFailed', ({ requestId }) => seen.open.delete(requestId));
  return { context, visit, seen };
}

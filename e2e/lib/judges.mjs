// What every page must pass: accessibility, valid HTML, no complaints in the console, no sideways scroll, its weight.
import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
import { openBrowser, person } from './browser.mjs';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const MOST_BYTES = 60_000;
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
const judged = new Map();

/** Judges the page as it stands now. */
export async function judge(page, name) {
  const where = `${name} (${new URL(page.url()).pathname}, ${page.viewportSize().width} px)`;
  const sideways = await sidewaysScroll(page);
  assert.ok(sideways <= 0, `${where} scrolls sideways by ${sideways} px`);
  if (page.context()._options?.javaScriptEnabled !== false) {
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    assert.deepEqual(violations.map(v => `${v.id}: ${v.nodes.map(n => n.target.join(' ')).slice(0, 3).join('; ')}`), [],
      `accessibility of ${where}`);
  }
  const report = await validator.validateString(await source(page));
  assert.deepEqual(report.results.flatMap(r => r.messages).map(m => `${m.line}:${m.column} ${m.ruleId} ${m.message}`), [],
    `HTML of ${where}`);
  assert.deepEqual(page.complaints, [], `console of ${where}`);
  judged.set(name, new URL(page.url()).pathname);
}

/** The answer as the server wrote it, read again with the same cookies; pages answer the same to the same reader. */
async function source(page) {
  const answer = await page.context().request.get(page.url());
  return answer.ok() ? answer.text() : page.content();
}

async function sidewaysScroll(page) {
  if (page.context()._options?.javaScriptEnabled === false) {
    return 0;
  }
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** What a first visit to this page costs in bytes over the wire, nothing cached. */
export async function weigh(path, cookies = []) {
  const context = await (await openBrowser()).newContext({ serviceWorkers: 'block' });
  await context.addCookies(cookies);
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  let bytes = 0;
  await wire.send('Network.enable');
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength; });
  await page.goto(path, { waitUntil: 'load' });
  await page.waitForLoadState('networkidle');
  await context.close();
  assert.ok(bytes <= MOST_BYTES, `${path} weighs ${bytes} bytes on a first visit, more than ${MOST_BYTES}`);
  return bytes;
}

export { person };

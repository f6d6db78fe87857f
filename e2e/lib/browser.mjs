// A browser, and people in it. Each person has a context of their own, as each has a phone of their own.
import { mkdir } from 'node:fs/promises';
import { chromium } from 'playwright-core';

export const TITIAN = process.env.TITIAN ?? 'http://localhost:8080';
export const OUTSIDE = process.env.OUTSIDE ?? 'http://localhost:8090';
export const OUT = new URL('../out/', import.meta.url).pathname;
/** Pictures of all pages, and the story of a failure step by step: when one journey is told, not when all are. */
export const PICTURES = process.env.PICTURES === 'yes';
export const PHONE = { width: 360, height: 800 };
export const DESK = { width: 1440, height: 900 };
export const TELEVISION = { width: 1920, height: 1080 };

const PATIENCE = 30_000;
const people = new Set();
let browser;

export async function openBrowser() {
  browser ??= await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    chromiumSandbox: false,
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--autoplay-policy=no-user-gesture-required',
      '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  });
  return browser;
}

export async function closeBrowser() {
  await browser?.close();
  browser = undefined;
}

/**
 * Someone with a device: its size, whether it runs scripts, which language they chose; and whether the judges look at
 * their pages at a desk's width as well.
 */
export async function person(name, { viewport = PHONE, javaScript = true, language = 'id', alsoWide = false } = {}) {
  const context = await (await openBrowser()).newContext({
    viewport, javaScriptEnabled: javaScript, baseURL: TITIAN, locale: 'id-ID', timezoneId: 'Asia/Jakarta',
    acceptDownloads: true,
    reducedMotion: 'reduce', // or the judges would look at colours on their way from one to the next
  });
  context.setDefaultTimeout(PATIENCE);
  if (language !== 'id') {
    await context.addCookies([{ name: 'bahasa', value: language, url: TITIAN }]);
  }
  await context.addInitScript(() => window.print = () => window.printed = true); // there is no printer here
  if (PICTURES) {
    await context.tracing.start({ snapshots: true });
  }
  const page = await context.newPage();
  listen(page);
  Object.assign(page, { called: name, viewport, javaScript, language, alsoWide });
  people.add(page);
  return page;
}

/** Notes what the page complains of, and keeps the answer it was made from. */
function listen(page) {
  page.complaints = [];
  page.on('response', answer => {
    const request = answer.request();
    if (request.isNavigationRequest() && answer.frame() === page.mainFrame() && !isRedirect(answer)) {
      page.answer = answer;
    }
  });
  page.on('console', message => {
    if (message.type() === 'error' && !isOwnStatus(message, page)) {
      page.complaints.push(`${message.text()} (${message.location().url})`);
    }
  });
  page.on('pageerror', error => page.complaints.push(String(error)));
}

function isRedirect(answer) {
  return answer.status() >= 300 && answer.status() < 400;
}

/** Chromium writes to the console that a page came with a status of 400 or more: that is meant to be so. */
function isOwnStatus(message, page) {
  return message.text().startsWith('Failed to load resource') && message.location().url === page.answer?.url();
}

/** Gives the browser a lock that its holder always opens. */
export async function phoneWithLock(page) {
  const wire = await page.context().newCDPSession(page);
  await wire.send('WebAuthn.enable');
  await wire.send('WebAuthn.addVirtualAuthenticator', { options: {
    protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true,
    isUserVerified: true, automaticPresenceSimulation: true,
  } });
}

/** Says goodbye to everybody. After a failure each page's words are told; its picture and story are kept, and where is told. */
export async function sendHome(failedAt) {
  const kept = [];
  for (const page of people) {
    const context = page.context();
    if (failedAt) {
      await mkdir(OUT + 'failed', { recursive: true });
      const name = `${OUT}failed/${failedAt} - ${page.called}`.replaceAll(/[^\w/ .-]/g, '');
      await page.screenshot({ path: `${name}.png`, fullPage: true, timeout: 5_000 }).catch(() => {});
      const words = await page.innerText('body', { timeout: 5_000 }).catch(() => '');
      kept.push(`${page.called} at ${page.url()}: ${name}.png`, words.replaceAll(/\s+/g, ' ').slice(0, 800));
      if (PICTURES) {
        await context.tracing.stop({ path: `${name}.zip` }).catch(() => {});
        kept.push(`npx playwright-core show-trace "${name}.zip"`);
      }
    }
    if (PICTURES) {
      await context.tracing.stop().catch(() => {}); // or what it noted would stay in the system's folder
    }
    await context.close().catch(() => {});
  }
  people.clear();
  return kept;
}

// A browser, and people in it. Each person has a context of their own, as each has a phone of their own.
import { chromium } from 'playwright-core';

export const TITIAN = process.env.TITIAN ?? 'http://localhost:8080';
export const OUTSIDE = process.env.OUTSIDE ?? 'http://localhost:8090';
export const PHONE = { width: 360, height: 800 };
export const DESK = { width: 1440, height: 900 };

let browser;

export async function openBrowser() {
  browser ??= await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    chromiumSandbox: false,
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--autoplay-policy=no-user-gesture-required'],
  });
  return browser;
}

export async function closeBrowser() {
  await browser?.close();
  browser = undefined;
}

/** Someone with a device: its size, whether it runs scripts, which language they chose. */
export async function person({ viewport = PHONE, javaScript = true, language = 'id' } = {}) {
  const context = await (await openBrowser()).newContext({
    viewport, javaScriptEnabled: javaScript, baseURL: TITIAN, locale: 'id-ID', timezoneId: 'Asia/Jakarta',
  });
  context.setDefaultTimeout(15_000);
  if (language !== 'id') {
    await context.addCookies([{ name: 'bahasa', value: language, url: TITIAN }]);
  }
  const page = await context.newPage();
  page.complaints = [];
  page.on('console', message => message.type() === 'error' && page.complaints.push(message.text()));
  page.on('pageerror', error => page.complaints.push(String(error)));
  return page;
}

// A journey is a test: people come, do things, and go home, whatever happens, and within a time.
import { basename } from 'node:path';
import test, { after } from 'node:test';
import { closeBrowser, person, sendHome } from './browser.mjs';
import { bringVerdict } from './judges.mjs';

const LONGEST_MINUTES = 10;

after(closeBrowser);

/** Tells a journey; the pages seen on the way must have passed their judges at its end. */
export function journey(sentence, tell) {
  test(sentence, async () => {
    try {
      await inTime(tell(person));
    } catch (problem) {
      const kept = await sendHome(`${basename(process.argv[1], '.mjs')} ${sentence}`.slice(0, 100));
      console.error(['Kept of this failure:', ...kept].join('\n  '));
      throw problem;
    }
    await sendHome();
    bringVerdict();
  });
}

/** Whatever hangs, the journey ends: people are sent home and what they saw is kept. */
async function inTime(story) {
  let clock;
  const tooLong = new Promise((_, fail) => {
    clock = setTimeout(() => fail(new Error(`the journey took longer than ${LONGEST_MINUTES} minutes`)),
      LONGEST_MINUTES * 60_000);
  });
  try {
    await Promise.race([story, tooLong]);
  } finally {
    clearTimeout(clock);
  }
}

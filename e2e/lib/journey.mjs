// A journey is a test: people come, do things, and go home, whatever happens.
import { basename } from 'node:path';
import test, { after } from 'node:test';
import { closeBrowser, person, sendHome } from './browser.mjs';
import { bringVerdict } from './judges.mjs';

after(closeBrowser);

/** Tells a journey; the pages seen on the way must have passed their judges at its end. */
export function journey(sentence, tell) {
  test(sentence, async () => {
    try {
      await tell(person);
    } catch (problem) {
      const kept = await sendHome(`${basename(process.argv[1], '.mjs')} ${sentence}`.slice(0, 100));
      console.error(['Kept of this failure:', ...kept].join('\n  '));
      throw problem;
    }
    await sendHome();
    bringVerdict();
  });
}

// The outside world, as a person would use it: the inbox, the bank, the clock, the register of residents.
import assert from 'node:assert/strict';
import { OUTSIDE } from './browser.mjs';

export async function ask(path, body) {
  const answer = await fetch(OUTSIDE + path, body && {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
  });
  assert.ok(answer.ok, `${path} answered ${answer.status}`);
  return answer.json();
}

/** Waits until something is so, looking again every tenth of a second for at most this long. */
export async function eventually(what, look, seconds = 15) {
  const until = Date.now() + seconds * 1000;
  for (;;) {
    const seen = await look();
    if (seen) {
      return seen;
    }
    if (Date.now() > until) {
      assert.fail(`${what} did not happen within ${seconds} s`);
    }
    await new Promise(done => setTimeout(done, 100));
  }
}

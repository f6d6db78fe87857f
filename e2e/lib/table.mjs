// The judges' table, after all journeys: each kind of page, its weight on a first visit, what it passed. After a whole
// run (node table.mjs whole) it fails if there is a page that nobody has judged.
import { existsSync, readFileSync } from 'node:fs';
import { OUT, PICTURES } from './browser.mjs';
import { overlooked } from './doors.mjs';

const LOG = OUT + 'judged.jsonl';
const whole = process.argv[2] === 'whole';
const records = (existsSync(LOG) ? readFileSync(LOG, 'utf8') : '').split('\n').filter(Boolean).map(line => JSON.parse(line));
const kinds = Map.groupBy ? Map.groupBy(records, record => record.kind) : grouped();

function grouped() {
  const groups = new Map();
  for (const record of records) {
    groups.set(record.kind, [...groups.get(record.kind) ?? [], record]);
  }
  return groups;
}

const widest = Math.max(4, ...[...kinds.keys()].map(kind => kind.length));
console.log(`${'page'.padEnd(widest)}  bytes  variants  axe rules  wrong`);
for (const [kind, all] of kinds) {
  const bytes = Math.max(...all.map(record => record.bytes ?? 0));
  const rules = Math.max(...all.map(record => record.rules));
  const wrong = all.reduce((sum, record) => sum + record.wrong.length, 0);
  console.log(`${kind.padEnd(widest)}  ${String(bytes || '-').padStart(5)}  ${String(all.length).padStart(8)}`
    + `  ${String(rules || '-').padStart(9)}  ${String(wrong).padStart(5)}`);
}
console.log(`${kinds.size} kinds of page, judged ${records.length} times${PICTURES ? '; pictures in e2e/out/' : ''}`);
const missed = whole ? overlooked(records) : [];
missed.forEach(line => console.log(line));
process.exitCode = missed.length === 0 ? 0 : 1;

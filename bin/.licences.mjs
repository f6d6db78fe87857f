// What the program is made of may be passed on under our licence: reads the bill of materials that the build wrote, and
// fails on a part whose licence is not on this short list. A part with several licences needs one that is.
import { readFileSync } from 'node:fs';

const ALLOWED = new Set([
  'Apache-2.0', 'MIT', 'MIT-0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'CC0-1.0', 'Unlicense', '0BSD', 'OFL-1.1', 'Zlib', 'PostgreSQL',
  // Weak copyleft: used as they are, unchanged and as jars of their own.
  'EPL-1.0', 'EPL-2.0', 'MPL-2.0', 'CDDL-1.0', 'CDDL-1.1', 'LGPL-2.1-only', 'LGPL-2.1-or-later', 'LGPL-3.0-only',
  'GPL-2.0-with-classpath-exception',
]);

/** Licences that name themselves by words or an address, as their poms do. */
const BY_WORDS = new Map([['Bouncy Castle Licence', 'MIT']]);

const parts = JSON.parse(readFileSync(process.argv[2], 'utf8')).components ?? [];
if (parts.length < 50) {
  console.error(`The bill of materials names ${parts.length} parts only; it cannot be whole.`);
  process.exit(1);
}
const odd = parts.map(part => [part, licences(part)]).filter(([, names]) => !names.some(name => ALLOWED.has(name)));
for (const [part, names] of odd) {
  console.error(`${part.group}:${part.name}:${part.version} is under ${names.join(', ') || 'no licence it names'}`);
}
console.log(`${parts.length} parts, ${odd.length} under a licence that is not on the list`);
process.exit(odd.length === 0 ? 0 : 1);

function licences(part) {
  return (part.licenses ?? []).flatMap(one => {
    const named = one.expression ?? one.license?.id ?? one.license?.name ?? one.license?.url ?? '';
    return named.split(/\s+OR\s+|[()]/).map(name => BY_WORDS.get(name) ?? name).filter(name => name !== '');
  });
}

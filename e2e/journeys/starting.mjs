// Whoever starts Titian where it cannot start is told why in a sentence, and nothing is left running.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import test from 'node:test';
import { House, PORTS } from '../lib/house.mjs';

const ROOT = new URL('../..', import.meta.url).pathname;
// Mounts of one's own: for root as it is, for others as the root of a user namespace.
const APART = process.getuid() === 0 ? ['unshare', '--mount'] : ['unshare', '--mount', '--map-root-user'];
const apart = spawnSync(APART[0], [...APART.slice(1), 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0
  ? {} : { skip: 'this machine allows no mounts of one\'s own' };

starting('a port in use', {}, async house => {
  const squatter = createServer().listen(Number(PORTS.PORT), '127.0.0.1');
  await once(squatter, 'listening');
  try {
    says(await house.refuses(), `Port ${PORTS.PORT} is in use, and Titian needs it.`);
  } finally {
    squatter.close();
  }
});

starting('a data folder that cannot be made', {}, async house => {
  const place = join(house.data, 'file');
  writeFileSync(place, 'no folder');
  says(await house.refuses({ settings: { TITIAN_DATA: join(place, 'data') } }), `The data folder ${place}/data cannot be made: Not a directory.`);
});

starting('a full disk', apart, async house => {
  const command = [...APART, 'sh', '-c', `mount -t tmpfs -o size=4m tmpfs "$TITIAN_DATA" &&
    { head -c 8m /dev/zero >"$TITIAN_DATA/big" || true; } 2>/dev/null; exec bin/run`];
  says(await house.refuses({ command }), `The disk that holds ${house.data} is full: 0 MB are free`);
});

starting('a damaged data folder', {}, async house => {
  mkdirSync(join(house.data, 'postgres', 'cluster'), { recursive: true });
  writeFileSync(join(house.data, 'postgres', 'cluster', 'stray'), 'no database');
  says(await house.refuses(), 'it is damaged or something else.');
});

starting('a damaged outside world', {}, async house => {
  mkdirSync(join(house.data, 'outside'));
  writeFileSync(join(house.data, 'outside', 'penduduk.jsonl'), 'rubbish\n');
  says(await house.refuses(), 'penduduk.jsonl is damaged');
});

starting('no Java 25', apart, async house => {
  const command = [...APART, 'sh', '-c', 'mount -t tmpfs tmpfs /usr/lib/jvm && exec bin/run'];
  says(await house.refuses({ command, settings: { JAVA_HOME: '/nowhere', PATH: '/usr/bin:/bin:/usr/sbin' } }), 'Titian needs a Java development kit, version 25 or newer');
});

starting('a folder another one uses', {}, async house => {
  const command = ['flock', join(house.data, 'run.lock'), 'bin/run'];
  says(await house.refuses({ command }), 'Another bin/run is already using the data folder');
});

test('a wrong JAVA_HOME does not matter where a Java 25 is found', () => {
  const found = spawnSync('bash', ['-c', '. bin/.common; find_java; "$JAVA_HOME/bin/javac" -version'],
    { cwd: ROOT, env: { ...process.env, JAVA_HOME: '/nowhere' }, encoding: 'utf8' });
  assert.match(found.stdout + found.stderr, /javac (2[5-9]|[3-9]\d)/);
});

function starting(where, options, tell) {
  test(`starting with ${where} is refused in a sentence`, options, async () => {
    const house = new House();
    try {
      await tell(house);
    } finally {
      await house.end();
      rmSync(house.data, { recursive: true, force: true });
    }
  });
}

/** What must be said, in at most three lines and without a stack of calls. */
function says(said, text) {
  assert.ok(said.includes(text), `"${text}" is said in:\n${said}`);
  assert.ok(said.split('\n').filter(Boolean).length <= 4 && !/^\s+at /m.test(said), `no more than needed is said:\n${said}`);
}

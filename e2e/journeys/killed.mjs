// Processes are killed in the middle of the main job. After the next start nothing is missing, nothing happened twice.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// A house of its own, for it will be killed: set before the other modules read where Titian is.
const here = Number(process.env.PORT ?? 18080) + 50;
const ports = { PORT: `${here}`, OUTSIDE_PORT: `${here + 10}`, OUTSIDE_SMTP_PORT: `${here + 20}` };
process.env.TITIAN = `http://localhost:${ports.PORT}`;
process.env.OUTSIDE = `http://localhost:${ports.OUTSIDE_PORT}`;
const { journey } = await import('../lib/journey.mjs');
const { DESK } = await import('../lib/browser.mjs');
const { ask, eventually, resident, wakeUpAt } = await import('../lib/world.mjs');
const { checkAndSend, fillIn, register, words } = await import('../lib/steps.mjs');
const { billingCode, isAt } = await import('../lib/mainJob.mjs');
const { doorOfficer, numberGiven, showCode } = await import('../lib/office.mjs');

const data = mkdtempSync(join(tmpdir(), 'titian-killed-'));

journey('killed at any moment, nothing is missing and nothing happens twice', async person => {
  let house = await start();
  try {
    const someone = await resident();
    const applicant = await person('applicant', { viewport: DESK });
    applicant.unjudged = true;
    await register(applicant, someone);
    const { id, time } = await fillIn(applicant, someone);
    await checkAndSend(applicant);

    house = await killAndStart(house);
    // A task the dead node had taken is taken over once that node has been silent for half a minute.
    await eventually('the billing code, asked for by the next node', async () => {
      await applicant.goto(`/tagihan/${id}`);
      return await applicant.locator('.bill-code').count() > 0;
    }, 90);
    const code = await billingCode(applicant, id);

    await ask('/gangguan/api', { layanan: 'pemberitahuan', gangguan: 'mati' });
    await ask('/bank/api/bayar', { kode_billing: code });
    house = await killAndStart(house);
    await ask('/gangguan/api', { layanan: 'pemberitahuan', gangguan: 'normal' });
    await isAt(applicant, id, words(applicant).scheduled, 'application, scheduled');

    house = await killAndStart(house);
    await isAt(applicant, id, words(applicant).scheduled, 'application, scheduled');
    const letters = await eventually('the letter with the pass', async () => {
      const inbox = await ask(`/surat/api?kepada=${encodeURIComponent(someone.email)}`);
      return inbox.some(one => one.attachments.length > 0) && inbox;
    }, 90);
    assert.equal(new Set(letters.map(one => one.subject)).size, 3, 'a code, a bill and a pass, and no other news');

    await applicant.goto(`/pass/${id}`);
    const pass = (await applicant.locator('main').innerText()).match(/\b[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}\b/)[0];
    await wakeUpAt(time);
    const door = await doorOfficer(person);
    assert.equal(await showCode(door, pass), words(door).comeIn);
    const number = await numberGiven(door);

    house = await killAndStart(house);
    await isAt(applicant, id, words(applicant).checkedIn, 'application, checked in');
    await door.goto('/petugas/pintu');
    assert.equal(await showCode(door, pass), words(door).used);
    assert.equal(await numberGiven(door), number, 'the number stays the same');
  } finally {
    await end(house);
    rmSync(data, { recursive: true, force: true });
  }
});

async function start() {
  const house = spawn('bin/run', { env: { ...process.env, ...ports, TITIAN_DATA: data }, stdio: ['ignore', 'pipe', 'inherit'] });
  house.said = '';
  house.stdout.on('data', text => { house.said += text; });
  await eventually('the house', () => {
    assert.equal(house.exitCode, null, 'the house starts');
    return house.said.includes('First page after');
  }, 120);
  return house;
}

/** The application dies as by a power cut; its database and the outside world are left to themselves. */
async function killAndStart(house) {
  process.kill(Number(readFileSync(join(data, 'titian.pid'), 'utf8')), 'SIGKILL');
  await ended(house);
  return start();
}

async function end(house) {
  house.kill('SIGTERM');
  await ended(house);
}

async function ended(house) {
  await eventually('the end of the house', () => house.exitCode !== null || house.signalCode !== null, 60);
}

// Processes are killed in the middle of the main job. After the next start nothing is missing, nothing happened twice.
import assert from 'node:assert/strict';
import { House, PORTS } from '../lib/house.mjs';

// Set before the other modules read where Titian is: this house will be killed, so it is nobody else's.
process.env.TITIAN = `http://localhost:${PORTS.PORT}`;
process.env.OUTSIDE = `http://localhost:${PORTS.OUTSIDE_PORT}`;
const { journey } = await import('../lib/journey.mjs');
const { DESK } = await import('../lib/browser.mjs');
const { ask, eventually, letPass, letter, resident, wakeUpAt } = await import('../lib/world.mjs');
const { checkAndSend, fill, fillIn, press, register, words } = await import('../lib/steps.mjs');
const { billingCode, bookingCode, isAt } = await import('../lib/mainJob.mjs');
const { doorOfficer, numberGiven, showCode } = await import('../lib/office.mjs');

// Work a dead node had begun is taken over once that node has been silent for four beats of five seconds, which is
// looked for every ten; then it is done, on a machine that does other things too.
const TAKE_OVER = 60;

journey('killed at any moment, nothing is missing and nothing happens twice', async person => {
  const house = new House();
  try {
    await house.start();
    for (const told of [PORTS.PORT, PORTS.OUTSIDE_PORT, 'pintu@', 'loket1@', 'loket2@', 'admin@', 'titian-contoh']) {
      assert.ok(house.said.includes(told), `bin/run tells ${told}`);
    }
    const waiting = await takesNumber(await person('berta'));
    const someone = await resident();
    const applicant = await person('applicant', { viewport: DESK });
    applicant.unjudged = true;
    await register(applicant, someone);
    const { id, time } = await fillIn(applicant, someone);
    await checkAndSend(applicant);

    await house.kill('titian');
    assert.deepEqual(house.processes(), [], 'bin/run leaves nothing running, its database neither');
    await house.start();
    await isDrawn(waiting);
    const code = await billingCode(applicant, id, TAKE_OVER);
    await letter(someone.email, one => one.text.replaceAll(/\D/g, '').includes(code), TAKE_OVER);

    await ask('/gangguan/api', { layanan: 'pemberitahuan', gangguan: 'mati' });
    await ask('/bank/api/bayar', { kode_billing: code });
    await house.kill('run', 'titian', 'outside');
    assert.notDeepEqual(house.processes(), [], 'the database outlives those who could have stopped it');
    await house.start();
    await ask('/gangguan/api', { layanan: 'pemberitahuan', gangguan: 'normal' });
    await isAt(applicant, id, words(applicant).scheduled, 'application, scheduled', TAKE_OVER);

    await house.kill('everything');
    await house.start();
    await isAt(applicant, id, words(applicant).scheduled, 'application, scheduled');
    await hasTheFirstPlace(waiting);
    await noOtherNews(someone);
    const pass = await bookingCode(applicant, id);
    await wakeUpAt(time);
    const door = await doorOfficer(person);
    assert.equal(await showCode(door, pass), words(door).comeIn);
    const number = await numberGiven(door);

    await house.pressCtrlC();
    assert.deepEqual(house.processes(), [], 'Ctrl-C leaves nothing running');
    await house.start();
    await isAt(applicant, id, words(applicant).checkedIn, 'application, checked in');
    await door.goto('/petugas/pintu');
    assert.equal(await showCode(door, pass), words(door).used);
    assert.equal(await numberGiven(door), number, 'the number stays the same');
    house.tellsOnNobody();
  } finally {
    await house.end();
  }
});

/** Somebody waits for a release, minutes before it is drawn. */
async function takesNumber(berta) {
  berta.unjudged = true;
  await eventually('the release being announced', async () => {
    await berta.goto('/jadwal/kanim-bogor');
    return await berta.locator('.coming li').count() > 0;
  }, 40);
  const next = berta.locator('.coming li').first();
  const address = await next.getByRole('link').getAttribute('href');
  const opensAt = await next.locator('time').getAttribute('datetime');
  await wakeUpAt(new Date(Date.parse(opensAt) - 15 * 60_000).toISOString());
  await register(berta, await resident());
  await berta.goto(address);
  await press(berta, 'Ambil nomor undian');
  return { berta, address, opensAt, number: await numberOf(berta), fingerprint: await fingerprintOf(berta, address) };
}

async function numberOf(berta) {
  return (await berta.locator('.lot').innerText()).match(/([0-9A-Z]{5}-){3}[0-9A-Z]{5}/)[0];
}

async function fingerprintOf(berta, address) {
  await berta.goto(`${address}/undian`);
  return (await berta.locator('.digits').first().innerText()).trim();
}

/** Killed between the number and the draw: neither is another one, and the draw takes place. */
async function isDrawn(waiting) {
  const { berta, address, opensAt, number, fingerprint } = waiting;
  await berta.goto(address);
  assert.equal(await numberOf(berta), number, 'the number stays the same');
  assert.equal(await fingerprintOf(berta, address), fingerprint, 'and so does the fingerprint of the draw');
  await wakeUpAt(opensAt);
  await letPass('PT1S');
  await eventually('the draw', async () => {
    await berta.goto(`${address}/undian`);
    return await berta.locator('#cari').count() > 0;
  }, TAKE_OVER);
  await hasTheFirstPlace(waiting);
}

/** As anyone may look it up. */
async function hasTheFirstPlace({ berta, address, number, fingerprint }) {
  assert.equal(await fingerprintOf(berta, address), fingerprint);
  await fill(berta, { nomor: number });
  await press(berta, 'Cari nomor');
  assert.match(await berta.locator('#cari [role=status]').innerText(), /urutan 1 dari 1/);
}

/**
 * A code, a bill and a pass came by post, and no other news but that tomorrow's visit can no longer be changed for long. A
 * letter cut off while it was sent may come twice.
 */
async function noOtherNews({ email }) {
  const letters = await eventually('the letter with the pass', async () => {
    const inbox = await ask(`/surat/api?kepada=${encodeURIComponent(email)}`);
    return inbox.some(one => one.attachments.length > 0) && inbox;
  }, TAKE_OVER);
  const news = new Set(letters.map(one => one.subject).filter(subject => !subject.startsWith('Terakhir mengubah jadwal')));
  assert.equal(news.size, 3, [...news].join('; '));
}

// A release of places: announced, waited for, drawn, worked off in turn; and anyone checks the draw.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { DESK, OUT, TITIAN } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { judge } from '../lib/judges.mjs';
import {
  answerQuestionnaire, begin, checkAndSend, choosePassport, describeSelf, fill, follow, path, press, proveIdentity,
  register, signIn, tellFamily, toNextStep, uploadDocuments, words,
} from '../lib/steps.mjs';
import { eventually, letPass, letter, resident, wakeUpAt } from '../lib/world.mjs';

const OFFICE = 'kanim-bogor';
const ROOT = new URL('../../', import.meta.url).pathname;
const NUMBER = /([0-9A-Z]{5}-){3}[0-9A-Z]{5}/;

journey('a release is announced, drawn and worked off in turn; a place stays on every device; anyone checks the draw',
  async person => {
    const visitor = await person('visitor', { alsoWide: true });
    const release = await announced(visitor);
    const anna = await person('anna', { javaScript: false });
    const { id, someone } = await formUpToTheTime(anna);
    await asksToBeReminded(anna, release);
    const berta = await newcomer(person, 'berta', { viewport: DESK });
    await berta.goto(release.address);
    assert.equal(await berta.getByRole('button', { name: 'Ambil nomor' }).count(), 0, 'too early for a number');

    await wakeUpAt(before(release.roomOpensAt, 29));
    const reminder = await letter(someone.email, one => /ruang tunggu segera dibuka/.test(one.subject));
    assert.ok(reminder.text.includes(release.address), 'the letter leads to the waiting room');

    await wakeUpAt(before(release.opensAt, 20));
    await visitor.goto(release.address);
    await judge(visitor, 'waiting room, before the opening');
    const numbers = [await takesNumber(anna, release), await takesNumber(berta, release)];
    await judge(anna, 'waiting room, in the draw');
    await judge(berta, 'waiting room, in the draw');
    await anna.reload();
    assert.equal(await number(anna), numbers[0], 'a reload keeps the number');
    const otherPhone = await person('anna, other phone');
    otherPhone.unjudged = true;
    await signIn(otherPhone, someone);
    assert.equal(await takesOrHasNumber(otherPhone, release), numbers[0], 'another device has the same number');

    await wakeUpAt(before(release.opensAt, 20 / 60));
    await berta.reload();
    const citra = await newcomer(person, 'citra');
    await letPass('PT20S');
    await berta.getByText(/Urutan Anda|Giliran Anda/).first().waitFor();
    await anna.goto(`/permohonan/${id}/jadwal`);
    assert.equal(path(anna), release.address, 'nobody goes around the room');
    const places = await Promise.all([anna, berta].map(placeOf));
    assert.deepEqual(places.map(Number).sort(), [1, 2], 'those drawn have the first places');
    await judge(anna, 'waiting room, in line');
    await judge(berta, 'waiting room, in line');
    await citra.goto(release.address);
    await judge(citra, 'waiting room, after the opening');
    await press(citra, 'Ambil nomor antrean');
    assert.equal(await placeOf(citra), '3', 'whoever comes later stands behind');
    await anna.reload();
    assert.equal(await placeOf(anna), places[0], 'a reload keeps the place');
    await otherPhone.goto(release.address);
    assert.equal(await placeOf(otherPhone), places[0], 'and so does another device');

    await letPass('PT50S');
    await goesInAndBooks(anna, id, release);
    await berta.reload();
    await judge(berta, 'waiting room, your turn');
    await press(berta, 'Masuk dan pilih jadwal');
    assert.equal(path(berta), '/beranda');
    await berta.goto(release.address);
    await judge(berta, 'waiting room, let in');

    await checksTheDraw(visitor, release, numbers, places);
    await letPass('PT5M');
    await closesByItself(visitor, release);
  });

/** What everybody is told beforehand: when, and the fingerprint of the draw. */
async function announced(visitor) {
  await eventually('the release being announced', async () => {
    await visitor.goto(`/jadwal/${OFFICE}`);
    return await visitor.locator('.coming li').count() > 0;
  }, 40);
  await judge(visitor, 'schedule with releases');
  const next = visitor.locator('.coming li').first();
  const address = await next.getByRole('link').getAttribute('href');
  const opensAt = await next.locator('time').getAttribute('datetime');
  await visitor.goto(address);
  await judge(visitor, 'waiting room, announced');
  const roomOpensAt = await visitor.locator('dl time').nth(1).getAttribute('datetime');
  await visitor.goto(`${address}/undian`);
  await judge(visitor, 'proof of the draw, before');
  const fingerprint = (await visitor.locator('.digits').innerText()).trim();
  assert.match(fingerprint, /^[0-9a-f]{64}$/);
  assert.equal(await visitor.locator('.digits').count(), 1, 'the seed is not told yet');
  assert.equal((await visitor.context().request.get(`${address}/undian.csv`)).status(), 404);
  return { address, opensAt, roomOpensAt, fingerprint };
}

/** An application at this office, filled in up to the seventh step. */
async function formUpToTheTime(applicant) {
  const someone = await resident();
  applicant.unjudged = true;
  await register(applicant, someone);
  const id = await begin(applicant);
  await toNextStep(applicant, id, 'nik');
  await proveIdentity(applicant, someone);
  await toNextStep(applicant, id, 'perdim');
  await answerQuestionnaire(applicant);
  await uploadDocuments(applicant);
  await tellFamily(applicant);
  await choosePassport(applicant);
  await describeSelf(applicant);
  await fill(applicant, { cari: 'Bogor' });
  await press(applicant, words(applicant).search);
  await fill(applicant, { kantor: OFFICE });
  await press(applicant, words(applicant).save);
  applicant.unjudged = false;
  assert.equal(path(applicant), `/permohonan/${id}/jadwal`);
  await judge(applicant, 'step 7, with releases');
  return { id, someone };
}

async function asksToBeReminded(applicant, release) {
  await follow(applicant, () => applicant.getByRole('link', { name: 'Ingatkan saya' }).first().click());
  assert.equal(path(applicant), release.address);
  await press(applicant, 'Ingatkan saya');
  await judge(applicant, 'waiting room, reminder asked');
  await press(applicant, 'Batalkan pengingat');
  await press(applicant, 'Ingatkan saya');
}

async function newcomer(person, name, device = {}) {
  const page = await person(name, device);
  page.unjudged = true;
  await register(page, await resident());
  page.unjudged = false;
  return page;
}

async function takesNumber(page, release) {
  await page.goto(release.address);
  await press(page, 'Ambil nomor undian');
  return number(page);
}

async function takesOrHasNumber(page, release) {
  await page.goto(release.address);
  return number(page);
}

async function number(page) {
  return (await page.locator('.lot').innerText()).match(NUMBER)[0];
}

/** The place in the line; pages without scripts are looked at again. */
async function placeOf(page) {
  await eventually('a place in the line', async () => {
    const has = await page.locator('.big').count() > 0;
    if (!has) {
      await page.reload();
    }
    return has;
  });
  return (await page.locator('.big').innerText()).trim();
}

async function goesInAndBooks(applicant, id, release) {
  await applicant.goto(`/permohonan/${id}/jadwal`);
  assert.equal(path(applicant), release.address);
  await judge(applicant, 'waiting room, your turn');
  await press(applicant, 'Masuk dan pilih jadwal');
  assert.equal(path(applicant), `/permohonan/${id}/jadwal`, 'on to where she came from');
  const firstDay = new Date(Date.parse(release.opensAt) + 10 * 86_400_000).toISOString().slice(0, 10);
  await applicant.goto(`/permohonan/${id}/jadwal?tanggal=${firstDay}`);
  await applicant.locator('.slot:has(input[name=slot]:enabled) input').first().check();
  await press(applicant, words(applicant).saveTime);
  applicant.unjudged = true;
  await checkAndSend(applicant);
  applicant.unjudged = false;
  assert.equal(path(applicant), `/tagihan/${id}`, 'the place of the release is hers');
}

/** From the published list alone, with the fingerprint noted before and the numbers people hold. */
async function checksTheDraw(visitor, release, numbers, places) {
  await visitor.goto(`${release.address}/undian`);
  await judge(visitor, 'proof of the draw, after');
  assert.match(await visitor.locator('main').innerText(), new RegExp(release.fingerprint));
  await fill(visitor, { nomor: numbers[0].toLowerCase().replaceAll('-', ' ') });
  await press(visitor, 'Cari nomor');
  assert.match(await visitor.locator('#cari [role=status]').innerText(), new RegExp(`urutan ${places[0]} dari 2`));
  await judge(visitor, 'proof of the draw, a number found');
  const list = await visitor.context().request.get(`${release.address}/undian.csv`);
  const file = `${OUT}undian.csv`;
  writeFileSync(file, await list.body());
  for (const from of [file, `${TITIAN}${release.address}/undian.csv`]) {
    const verdict = execFileSync(`${ROOT}bin/verify-draw`,
      [from, '--hash', release.fingerprint, '--ticket', numbers[1]], { encoding: 'utf8' });
    assert.match(verdict, /is true/);
    assert.match(verdict, new RegExp(`has position ${places[1]}\\.`));
  }
}

async function closesByItself(visitor, release) {
  await eventually('the room closing', async () => {
    await letPass('PT3M');
    await visitor.goto(release.address);
    return await visitor.getByText('Ruang tunggu sudah ditutup').count() > 0;
  }, 30);
  await judge(visitor, 'waiting room, closed');
}

function before(moment, minutes) {
  return new Date(Date.parse(moment) - minutes * 60_000).toISOString();
}

// Offices that take everything in at their counter: one gives people their time, at the other they choose it themselves.
import assert from 'node:assert/strict';
import { DESK } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { judge } from '../lib/judges.mjs';
import { clearHall, officer, showCode } from '../lib/office.mjs';
import { fill, follow, path, press, register, words } from '../lib/steps.mjs';
import { addDays, dateOf, letter, localDate, resident, wakeUpAt } from '../lib/world.mjs';

const ASSIGNING = 'kanim-tanjung-pinang';
const CHOOSING = 'kanim-ketapang';

journey('Antrean Paspor: whoever says when they can come is given a time, gets it by letter, and is let in with it',
  async person => {
    const someone = await resident();
    const page = await registered(person, 'assigned', someone);
    await begins(page, ASSIGNING);
    await adds(page, someone);
    await follow(page, () => page.getByRole('link', { name: /^Pilih waktu/ }).click());
    await judge(page, 'queue, wishes');
    await fill(page, { sampai: await localDate(), dari: addDays(await localDate(), 3) });
    await press(page, 'Cari waktu');
    assert.equal(page.answer.status(), 422);
    await judge(page, 'queue, wishes nobody can meet', { weigh: false });
    await fill(page, { sampai: addDays(await localDate(), 14), dari: addDays(await localDate(), 1), waktu: 'MORNING' });
    await press(page, 'Cari waktu');
    await judge(page, 'queue, a time to take');
    await press(page, 'Ambil waktu ini');
    await judge(page, 'queue, booked');

    const [code] = await codes(page);
    const { text } = await letter(someone.email, one => one.text.includes(code));
    const day = text.match(/\d{1,2} \p{L}+ 20\d\d/u)[0];
    assert.ok((await page.locator('main h2').first().innerText()).includes(day), 'letter and page name the same day');
    await follow(page, () => page.locator('a[href^="/pass/"]').first().click());
    await judge(page, 'queue, pass');
    assert.ok((await page.locator('.code b').innerText()).includes(code), 'the pass shows the code');
    const door = await atTheDoor(person, 'tanjung-pinang', `${dateOf(day)}T07:30:00+07:00`);
    assert.equal(await showCode(door, code), words(page).comeIn);
  });

journey('APAPO: a group chooses one hour, each gets a pass; whoever was served comes again after thirty days only',
  async person => {
    const group = [await resident(), await resident(), await resident()];
    const page = await registered(person, 'group', group[0]);
    await page.goto('/janji');
    await judge(page, 'queue, offices');
    await begins(page, CHOOSING);
    for (const one of group) {
      await adds(page, one);
    }
    await judge(page, 'queue, three people');
    await follow(page, () => page.getByRole('link', { name: /^Pilih waktu/ }).click());
    await judge(page, 'queue, calendar');
    const hour = await choosesTheFirstHour(page);
    await judge(page, 'queue, hours');
    await press(page, 'Pesan jadwal ini');
    assert.match(path(page), /^\/janji\/[0-9a-f-]{36}$/);
    await judge(page, 'queue, group booked');
    const booked = await codes(page);
    const [day] = (await page.locator('main h2').first().innerText()).match(/\d{1,2} \p{L}+ 20\d\d/u);
    assert.equal(new Set(booked).size, 3, 'each has a code of their own');
    await page.goto('/janji');
    await judge(page, 'queue, mine');

    await begins(page, CHOOSING);
    await adds(page, group[1]);
    assert.match(await page.locator('main').innerText(), /sudah punya (jadwal|permohonan)/, 'one live appointment each');
    await judge(page, 'queue, somebody has a time already');

    const desk = await atTheDoor(person, 'ketapang', `${dateOf(day)}T${hour}:00+07:00`);
    assert.equal(await showCode(desk, booked[0]), words(desk).comeIn, 'the code of the first lets the first in');
    await isServed(desk);
    await begins(page, CHOOSING);
    await adds(page, group[0]);
    await follow(page, () => page.getByRole('link', { name: /^Pilih waktu/ }).click());
    await choosesTheFirstHour(page);
    await press(page, 'Pesan jadwal ini');
    assert.match(await page.locator('main').innerText(), /Belum waktunya mengajukan lagi/, 'thirty days lie between');
    await judge(page, 'queue, too soon', { weigh: false });
  });

async function registered(person, name, someone) {
  const page = await person(name, { alsoWide: true });
  page.unjudged = true;
  await register(page, someone);
  page.unjudged = false;
  return page;
}

async function begins(page, office) {
  await page.goto(`/janji/kantor/${office}`);
  await judge(page, `queue, begin at ${office}`);
  await press(page, 'Mulai');
  await judge(page, 'queue, who comes');
}

async function adds(page, { name, nik, birth }) {
  await fill(page, {
    fullName: name, nik, 'birthDate.day': birth.day, 'birthDate.month': birth.month, 'birthDate.year': birth.year,
    what: 'new',
  });
  await follow(page, () => page.getByRole('button', { name: /^(Simpan dan lanjutkan|Tambahkan)$/ }).click());
}

/** On the first day with room; gives the hour. */
async function choosesTheFirstHour(page) {
  await follow(page, () => page.locator('table.cal a.day').first().click());
  await page.locator('.slot input[name=slot]:enabled').first().check();
  const chosen = await page.locator('.slot:has(input:checked)').innerText();
  return chosen.match(/\d\d\.\d\d/)[0].replace('.', ':');
}

/** The booking codes the page of those who come shows. */
async function codes(page) {
  return (await page.locator('main b.num').allInnerTexts()).map(code => code.trim());
}

/** The officer at the door, at this moment. */
async function atTheDoor(person, account, moment) {
  await wakeUpAt(moment);
  return officer(person, account, '/petugas/pintu', { viewport: DESK });
}

/** The same officer goes to the counter and serves whoever was let in. */
async function isServed(desk) {
  await desk.goto('/petugas/loket');
  await follow(desk, () => desk.getByRole('button', { name: words(desk).startWork }).first().click());
  await clearHall(desk);
}

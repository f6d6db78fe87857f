// The day at the office when things do not go straight: two press at once, one does not come, the line is cut.
import assert from 'node:assert/strict';
import { DESK, PHONE, TELEVISION, TITIAN } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { judge } from '../lib/judges.mjs';
import { Line } from '../lib/line.mjs';
import { certain, isAt } from '../lib/mainJob.mjs';
import {
  clearHall, counterOfficer, doorOfficer, goHome, numberAt, numberGiven, officer, showCode, tidy,
} from '../lib/office.mjs';
import {
  button, fill, fillIn, follow, isToldWhatIsWrong, OFFICE, path, press, register, words,
} from '../lib/steps.mjs';
import { addDays, localDate, resident, wakeUpAt } from '../lib/world.mjs';

journey('two officers press at once and get different people; who does not come is missed; a cut line is said',
  async person => {
    const [anna, berta] = [await comer(person, 'anna'), await comer(person, 'berta')];
    await wakeUpAt([anna.time, berta.time].sort().at(-1));
    const door = await doorOfficer(person);
    const one = await counterOfficer(person, 'loket1');
    const two = await counterOfficer(person, 'loket2');
    await clearHall(one);
    await waitsForTheScanner(door);
    const numbers = [await comeIn(door, anna), await isSeenByCamera(door, berta)];
    await Promise.all([one.reload(), two.reload()]);

    await Promise.all([one, two].map(counter => press(counter, words(counter).callNext)));
    const [atOne, atTwo] = [await numberAt(one), await numberAt(two)];
    assert.deepEqual([atOne, atTwo].sort(), numbers.toSorted(), 'each counter has somebody else');

    await recallWithASlowFinger(one, () => press(two, words(two).absent));
    await judge(two, 'counter, missed');
    const missed = atTwo === anna.number ? anna : berta;
    await isAt(missed.page, missed.id, words(missed.page).noShow, 'application, no-show');
    assert.equal(await showCode(door, missed.code), words(door).missed);
    await press(two, words(two).callNext);
    await judge(two, 'counter, nobody waits');

    await runsTheOffice(await officer(person, 'admin', '/petugas/kantor', { viewport: PHONE, alsoWide: true }));
    await saysWhenCutOff(person, one);
    await press(one, words(one).serve);
    await press(one, words(one).finish);
    await goHome(one);
    await goHome(two);
  });

/** What an administrator decides beside the plan: which papers are asked for, and by when they are checked. */
async function runsTheOffice(administrator) {
  await judge(administrator, 'office today');
  await administrator.goto('/petugas/kantor/pemeriksaan');
  await fill(administrator, { mulai: addDays(await localDate(), 1), alasan: '' });
  await press(administrator, 'Simpan');
  await isToldWhatIsWrong(administrator, ['alasan']);
  await judge(administrator, 'pace of checking, no reason given');
  await fill(administrator, { alasan: 'Petugas bertambah' });
  await press(administrator, 'Simpan');
  await judge(administrator, 'pace of checking');
  await administrator.goto('/petugas/kantor/syarat');
  await judge(administrator, 'rules of papers');
  await follow(administrator, () => administrator.locator('td.act a').first().click());
  await fill(administrator, { jadi: 'hentikan', mulai: addDays(await localDate(), 30), alasan: 'Sudah ada di Dukcapil' });
  await press(administrator, 'Lihat akibatnya');
  await judge(administrator, 'rules of papers, what a change does');
}

journey('whoever comes without a booking gets a place of those set aside, and a number that is called', async person => {
  const known = await resident();
  const page = await person('applicant', { viewport: DESK });
  page.unjudged = true;
  await register(page, known);
  const { id, time } = await fillIn(page, known); // and never sent
  page.unjudged = false;
  await wakeUpAt(time);
  const counter = await counterOfficer(person, 'loket1');
  await clearHall(counter);
  const door = await doorOfficer(person, { viewport: PHONE, alsoWide: true });
  await follow(door, () => door.getByRole('link', { name: 'Tanpa jadwal' }).last().click());
  await judge(door, 'without a booking');
  await press(door, 'Lanjut');
  await isToldWhatIsWrong(door, ['siapa']);
  await judge(door, 'without a booking, not said who');

  const first = await withTheForm(door, known);
  await isAt(page, id, words(page).checkedIn, 'application, checked in without a booking');
  const second = await withNothing(door, await resident());
  const code = await anotherDay(door, await resident());
  await door.goto('/petugas/pintu');
  assert.equal(await showCode(door, code), words(door).tooEarly);

  await counter.reload();
  for (const number of [first, second]) {
    await press(counter, words(counter).callNext);
    assert.equal(await numberAt(counter), number);
    await judge(counter, 'counter, priority');
    await press(counter, words(counter).serve);
    await press(counter, words(counter).finish);
  }
  await isAt(page, id, words(page).interviewed, 'application, interviewed');
  const number = (await page.locator('main').innerText()).match(/\b[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{2}\b/)[0];
  await goHome(counter);
  await paysThere(await officer(person, 'bendahara', '/petugas/bendahara/loket', { viewport: PHONE, alsoWide: true }), number);
});

/** Whoever had not paid before pays at the counter; the treasurer takes it, and may ask it back for them. */
async function paysThere(treasurer, number) {
  await fill(treasurer, { nomor: number });
  await press(treasurer, 'Cari');
  await judge(treasurer, 'counter fee, owed');
  await press(treasurer, 'Catat sudah diterima');
  await judge(treasurer, 'counter fee, taken');
  await follow(treasurer, () => treasurer.getByRole('link', { name: 'Minta uang kembali' }).click());
  await judge(treasurer, 'counter fee, ask back');
}

/** Somebody whose form lacks only a place: found by the NIK of the account. */
async function withTheForm(door, someone) {
  await lookFor(door, someone);
  assert.ok((await door.locator('main').innerText()).includes('Formulir sudah lengkap'));
  await judge(door, 'without a booking, with a form');
  await press(door, 'Daftarkan dan cetak');
  await isToldWhatIsWrong(door, ['group']);
  await fill(door, { group: 'PREGNANT' });
  return numberPrinted(door);
}

/** Somebody who brings everything to the counter. */
async function withNothing(door, someone) {
  await tellWho(door, someone);
  await judge(door, 'without a booking, nobody known');
  return numberPrinted(door);
}

/** Somebody who comes another day instead, and takes a code home on paper. */
async function anotherDay(door, someone) {
  await tellWho(door, someone);
  await door.locator('main [name=slot]').last().check();
  await press(door, 'Daftarkan dan cetak');
  assert.match(path(door), /^\/petugas\/pintu\/tanpa-janji\//);
  await judge(door, 'slip with a code', { themes: false });
  const paper = (await door.pdf({ preferCSSPageSize: true })).toString('latin1');
  assert.match(paper, /\/Count 1\b/, 'the slip is one sheet');
  return tidy(await door.getByRole('heading', { level: 1 }).innerText());
}

async function lookFor(door, someone) {
  await door.goto('/petugas/pintu/tanpa-janji');
  await fill(door, { siapa: someone.nik });
  await press(door, 'Lanjut');
  assert.ok(!door.url().includes(someone.nik), 'no address says who');
}

async function tellWho(door, someone) {
  await lookFor(door, someone);
  const { day, month, year } = someone.birth;
  await fill(door, { fullName: someone.name, 'birthDate.day': day, 'birthDate.month': month, 'birthDate.year': year,
    what: 'new', group: 'DISABLED' });
}

/** The number on the paper that is printed at once. */
async function numberPrinted(door) {
  await press(door, 'Daftarkan dan cetak');
  assert.match(path(door), /^\/petugas\/pintu\/tiket\//);
  await judge(door, 'ticket, priority', { themes: false });
  const number = tidy(await door.getByRole('heading', { level: 1 }).innerText());
  assert.match(number, /^P-\d{3}$/);
  return number;
}

/** Somebody with a time that is certain. */
async function comer(person, name) {
  const page = await person(name, { viewport: DESK });
  return { page, ...await certain(page, await resident()) };
}

/** Whatever was touched on the page, the next code goes into the field. */
async function waitsForTheScanner(door) {
  for (const elsewhere of ['.stats', '.verdict', 'h1 + .desk label']) {
    await door.locator(elsewhere).first().click();
    await door.waitForFunction(() => document.activeElement?.name === 'kode');
  }
}

/** The camera is not allowed at first, which is said; then it sees the pass. The browser has no detector, so one is lent. */
async function isSeenByCamera(door, somebody) {
  await door.addInitScript(code => {
    if (!sessionStorage.allowed) {
      navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('no', 'NotAllowedError'); };
    }
    window.BarcodeDetector = class {
      async detect(view) {
        return view.videoWidth > 0 ? [{ rawValue: code }] : [];
      }
    };
  }, somebody.code);
  await door.goto('/petugas/pintu');
  const camera = door.getByRole('button', { name: 'Pakai kamera' });
  await camera.click();
  await door.locator('[data-refused]').waitFor();
  assert.ok(await door.locator('[name=kode]').evaluate(one => one === document.activeElement), 'it can still be typed');
  await judge(door, 'door, no camera', { weigh: false });
  await door.evaluate(() => { sessionStorage.allowed = 1; });
  await door.reload();
  await follow(door, () => camera.click());
  assert.equal((await door.locator('.verdict .word').textContent()).trim(), words(door).comeIn);
  somebody.number = await numberGiven(door);
  const off = door.getByRole('button', { name: 'Matikan kamera' });
  await off.waitFor(); // it goes on by itself, and lets the same pass be
  await judge(door, 'door, camera', { weigh: false });
  await off.click();
  await camera.waitFor();
  return somebody.number;
}

async function comeIn(door, somebody) {
  assert.equal(await showCode(door, somebody.code), words(door).comeIn);
  somebody.number = await numberGiven(door);
  return somebody.number;
}

/** The console is refreshed between press and release: the button still does what it says. */
async function recallWithASlowFinger(counter, meanwhile) {
  await button(counter, words(counter).recall).hover();
  await counter.mouse.down();
  await Promise.all([counter.waitForResponse(answer => answer.url().includes('/petugas/loket/')), meanwhile()]);
  await follow(counter, () => counter.mouse.up());
  assert.match(await counter.locator('.calling').innerText(), /ke-2/, 'called once more');
}

/** The display hangs on a line of its own, which is cut: it says so, and shows what it missed once it is mended. */
async function saysWhenCutOff(person, counter) {
  const line = await Line.to(TITIAN);
  const screen = await person('display', { viewport: TELEVISION });
  await screen.goto(`${line.address}/layar/${OFFICE}`);
  await screen.locator('.nowc .no').waitFor();
  const calls = () => screen.locator('.nowc').getAttribute('data-call');
  const before = await calls();
  const strip = screen.locator('[data-cut]');
  assert.ok(await strip.isHidden());
  const unstreamed = await withoutStream(person);
  await line.cut();
  await strip.waitFor({ state: 'visible' });
  assert.match(await strip.innerText(), /\d{2}\.\d{2}/, 'since when is said');
  screen.complaints.length = 0; // that the line was cut is no complaint
  await judge(screen, 'display, cut off', { themes: false, weigh: false });
  await press(counter, words(counter).recall);
  await showsAnotherCall(unstreamed, before, 20_000);
  unstreamed.complaints.length = 0;
  await line.mend();
  await strip.waitFor({ state: 'hidden', timeout: 30_000 });
  await showsAnotherCall(screen, before, 15_000);
  await line.close();
  screen.complaints.length = 0;
}

/** A display that no stream reaches, as behind some proxies: it says so, and asks by itself. */
async function withoutStream(person) {
  const screen = await person('display without a stream', { viewport: TELEVISION });
  await screen.route('**/acara*', route => route.abort());
  await screen.goto(`/layar/${OFFICE}`);
  await screen.locator('[data-cut]').waitFor({ state: 'visible' });
  return screen;
}

function showsAnotherCall(screen, before, timeout) {
  return screen.waitForFunction(old => document.querySelector('.nowc').dataset.call !== old, before, { timeout });
}

// What people do, step by step, in words that tell the story. Each helper ends on the page that follows.
import assert from 'node:assert/strict';
import { certificate, photograph, scan } from './files.mjs';
import { judge } from './judges.mjs';
import { completeUnseen, registerUnseen } from './unseen.mjs';
import { WORDS } from './words.mjs';
import { letter, localDate } from './world.mjs';

export const OFFICE = 'kanim-jakarta-selatan';
export const STAFF_PASSWORD = 'titian-contoh';

export function words(page) {
  return WORDS[page.language];
}

/** Fills in fields by their names, whatever they are: text, a choice, a list, a box to tick. */
export async function fill(page, answers) {
  for (const [name, value] of Object.entries(answers)) {
    const field = page.locator(`main [name="${name}"]`).first();
    const kind = await field.evaluate(one => one.tagName === 'SELECT' ? 'select' : one.type);
    if (kind === 'select') {
      await field.selectOption(value);
    } else if (kind === 'radio') {
      await page.locator(`main [name="${name}"][value="${value}"]`).check();
    } else if (kind === 'checkbox') {
      await field.setChecked(value);
    } else {
      await field.fill(value);
    }
  }
}

/** Presses the button that is called this, and waits for the page that follows. */
export async function press(page, name, within = page) {
  await follow(page, () => button(within, name).click());
}

/** The button that is called this; some also name the key that presses them. */
export function button(within, name) {
  return within.getByRole('button', { name: new RegExp(`^${name}( F\\d)?$`) }).filter({ visible: true }).first();
}

/** Does something that leads to another page, and waits until that has come. */
export async function follow(page, act) {
  const [answer] = await Promise.all([
    page.waitForEvent('framenavigated', frame => frame === page.mainFrame()),
    act(),
  ]);
  await page.waitForLoadState('load');
  return answer;
}

export function path(page) {
  return new URL(page.url()).pathname;
}

export async function heading(page) {
  return (await page.getByRole('heading', { level: 1 }).innerText()).trim();
}

// Looking around

export async function lookAround(page) {
  for (const [address, kind] of [['/', 'start'], ['/syarat', 'requirements'], ['/jadwal', 'offices'], ['/bantuan', 'help'],
    ['/privasi', 'privacy'], ['/aksesibilitas', 'accessibility'], ['/tampilan', 'appearance']]) {
    await page.goto(address);
    await judge(page, kind);
  }
  await page.goto(`/jadwal/${OFFICE}`);
  await judge(page, 'schedule');
  const day = page.locator('table.cal a.day').first();
  await follow(page, () => day.click());
  await page.locator('#jam .slots').first().waitFor();
  await judge(page, 'schedule of a day');
}

// Account

export function registration(someone) {
  const { day, month, year } = someone.birth;
  return {
    name: someone.name, nik: someone.nik, 'birthDate.day': day, 'birthDate.month': month, 'birthDate.year': year,
    email: someone.email, phone: someone.phone, password: someone.password, consent: true,
  };
}

export async function register(page, someone) {
  if (page.unjudged) {
    await registerUnseen(page, registration(someone), () => codeFor(someone));
    await page.goto('/beranda');
    return;
  }
  await page.goto('/daftar');
  await judge(page, 'register');
  await fill(page, registration(someone));
  await press(page, words(page).register);
  assert.equal(path(page), '/daftar/kode');
  await judge(page, 'code');
  await fill(page, { digits: await codeFor(someone) });
  await press(page, words(page).confirm);
  assert.equal(path(page), '/beranda');
}

export async function codeFor(someone) {
  const { text } = await letter(someone.email, one => /\b\d{6}\b/.test(one.text));
  return text.match(/\b\d{6}\b/)[0];
}

export async function signOut(page) {
  await press(page, words(page).signOut);
  assert.equal(path(page), '/');
}

export async function signIn(page, { email, password }) {
  await page.goto('/masuk');
  await judge(page, 'sign in');
  await fill(page, { surel: email, sandi: password });
  await press(page, words(page).signIn, page.locator('main'));
}

// The nine steps

export async function begin(page) {
  await judge(page, 'home, nothing yet');
  await press(page, words(page).begin);
  return path(page).match(/\/permohonan\/([^/]+)/)[1];
}

/** Goes from the overview of an application, or the home, to the step it says is next. */
export async function toNextStep(page, id, section) {
  if (!path(page).endsWith(`/${section}`)) {
    await page.goto(`/permohonan/${id}/${section}`);
  }
  assert.equal(path(page), `/permohonan/${id}/${section}`);
}

export async function proveIdentity(page, someone) {
  await judge(page, 'step 1, NIK');
  const { day, month, year } = someone.birth;
  await fill(page, { fullName: someone.name, nik: someone.nik,
    'birthDate.day': day, 'birthDate.month': month, 'birthDate.year': year });
  await press(page, words(page).checkNik);
}

export async function answerQuestionnaire(page) {
  await judge(page, 'step 2, questionnaire');
  await fill(page, { hasPassport: 'no', purpose: 'TOURISM', stay: 'UNDER_ONE_MONTH', country: 'JP' });
  await press(page, words(page).save);
}

export async function uploadDocuments(page) {
  await judge(page, 'step 3, documents');
  const papers = { KTP: await photograph('KTP'), KK: scan('KK'), CIVIL_PROOF: await certificate('Akta') };
  for (const [kind, file] of Object.entries(papers)) {
    await upload(page, kind, file);
    await page.locator(`section:has(#${kind}) .paper-now`).waitFor();
  }
  const picture = page.locator('section:has(#KTP) .paper-now a');
  const shown = await page.context().request.get(await picture.getAttribute('href'));
  assert.equal(shown.headers()['content-type'], 'image/jpeg');
  await judge(page, 'step 3, documents handed in');
  await follow(page, () => page.getByRole('link', { name: words(page).goOn, exact: true }).click());
}

export async function upload(page, kind, file) {
  const form = page.locator(`form:has(#${kind})`);
  await form.locator('input[type=file]').setInputFiles(file);
  const press = () => form.locator('button[type=submit]').click();
  if (!page.javaScript) {
    return follow(page, press);
  }
  const before = await page.locator('main').elementHandle();
  const [answer] = await Promise.all([page.waitForResponse(isAnswerToPost), press()]);
  page.answer = answer;
  await page.waitForFunction(main => !main.isConnected, before);
}

/** The page that came in the end, after the file's pieces and the redirect that follows what was kept. */
function isAnswerToPost(one) {
  return ![201, 302].includes(one.status()) && (one.request().redirectedFrom() ?? one.request()).method() === 'POST';
}

export async function tellFamily(page, beforeRelatives = async () => {}) {
  await judge(page, 'step 4, family');
  await fill(page, { father: 'BUDI PRAMUDYAWAN', mother: 'SITI PRAMUDYAWAN', maritalStatus: 'UNMARRIED' });
  await press(page, words(page).save);
  await judge(page, 'step 4, relatives');
  await beforeRelatives();
  await fill(page, { homeName: 'BUDI PRAMUDYAWAN', homePhone: '0812 3456 7890', homeRelation: 'PARENT' });
  await press(page, words(page).save);
}

export async function choosePassport(page) {
  await judge(page, 'step 5, kind');
  await page.locator('main [name=kind]').first().check();
  await press(page, words(page).save);
}

export async function describeSelf(page, beforeResidence = async () => {}) {
  await judge(page, 'step 5, person');
  await fill(page, { birthPlace: 'Rawajembatan', sex: 'FEMALE', height: '160', occupation: 'Karyawan swasta',
    'cardIssued.day': '20', 'cardIssued.month': '3', 'cardIssued.year': '2018', cardValidity: 'lifetime' });
  await press(page, words(page).save);
  await judge(page, 'step 5, residence');
  await beforeResidence();
  await fill(page, { address: 'Jalan Kenangasari 5, RT 3 RW 4, Pasar Minggu', phone: '0812 3456 7890' });
  await press(page, words(page).save);
}

export async function chooseOffice(page) {
  await judge(page, 'step 6, office');
  await fill(page, { cari: 'Jakarta Selatan' });
  await press(page, words(page).search);
  await judge(page, 'step 6, office found');
  await fill(page, { kantor: OFFICE });
  await press(page, words(page).save);
}

/** Takes the first free hour of the first day with places from tomorrow on. Returns when that is. */
export async function chooseTime(page) {
  await judge(page, 'step 7, calendar');
  const free = await laterDay(page);
  await follow(page, () => free.click());
  await judge(page, 'step 7, hours');
  const day = new URL(page.url()).searchParams.get('tanggal');
  const tile = page.locator('.slot:has(input[name=slot]:enabled)').first();
  const [hour, minute] = (await tile.locator('b').innerText()).match(/\d{2}/g);
  await tile.locator('input').check();
  await press(page, words(page).saveTime);
  return `${day}T${hour}:${minute}:00+07:00`;
}

/** The first day with places that is not today, in the next month if need be. */
async function laterDay(page) {
  const today = await localDate();
  const days = page.locator('table.cal a.day');
  for (const day of await days.all()) {
    if (new URL(await day.getAttribute('href'), page.url()).searchParams.get('tanggal') > today) {
      return day;
    }
  }
  await follow(page, () => page.locator('.cal-h a').last().click());
  return days.first();
}

export async function checkAndSend(page) {
  await judge(page, 'step 8, check');
  await fill(page, { setuju: true });
  await press(page, words(page).send);
}

/** Everything from the first step to the last but one: the application is complete and not yet sent. */
export async function fillIn(page, someone) {
  return complete(page, someone, await begin(page));
}

/** The same of an application that has begun. */
export async function complete(page, someone, id) {
  if (page.unjudged) {
    await completeUnseen(page, someone, id, OFFICE);
    await page.goto(`/permohonan/${id}/jadwal`);
    return { id, time: await chooseTime(page) };
  }
  await toNextStep(page, id, 'nik');
  await proveIdentity(page, someone);
  await toNextStep(page, id, 'perdim');
  await answerQuestionnaire(page);
  await uploadDocuments(page);
  await tellFamily(page);
  await choosePassport(page);
  await describeSelf(page);
  await chooseOffice(page);
  const time = await chooseTime(page);
  return { id, time };
}

// Mistakes

/** The summary on top has the focus and links to each field, which says itself what is wrong. */
export async function isToldWhatIsWrong(page, fields, status = 422) {
  assert.equal(page.answer.status(), status, await page.title());
  assert.match(await page.title(), words(page).problem);
  const summary = page.getByRole('alert').first();
  const links = await summary.getByRole('link').evaluateAll(all => all.map(one => one.getAttribute('href')));
  assert.deepEqual(links, fields.map(name => `#${name}`));
  assert.ok(await summary.evaluate(one => one === document.activeElement), 'the summary has the focus');
  for (const link of links) {
    await summary.locator(`a[href="${link}"]`).click();
    assert.ok(await page.locator(link).evaluate(one => one === document.activeElement), `${link} is reached from the summary`);
    assert.ok(await page.locator(`${link}-e`).isVisible());
  }
}

// What the form does with cases that are not a first passport of an adult: a child, a lost passport, a renewal typed as
// new; and what becomes of a number that the civil registry does not confirm.
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { PHONE } from '../lib/browser.mjs';
import { certificate, photograph } from '../lib/files.mjs';
import { journey } from '../lib/journey.mjs';
import { judge } from '../lib/judges.mjs';
import { officer } from '../lib/office.mjs';
import {
  begin, checkAndSend, chooseOffice, choosePassport, chooseTime, fill, follow, path, press, proveIdentity, register,
  toNextStep, upload, words,
} from '../lib/steps.mjs';
import { ask, resident } from '../lib/world.mjs';

journey('a mother gets her child a passport', async person => {
  const mother = await resident();
  const page = await person('applicant', { viewport: PHONE, alsoWide: true });
  const child = await childOf(mother);
  await page.goto('/syarat/cek');
  await fill(page, { untuk: 'PASSPORT', usia: 'anak', paspor: 'belum' });
  await press(page, 'Lihat syarat');
  assert.match(await page.locator('#hasil').innerText(), /KTP-el ayah atau ibu/);
  await judge(page, 'requirements of a child');
  await page.goto('/syarat');
  await follow(page, () => page.locator('main a[href^="/syarat/"]').last().click());
  await judge(page, 'requirements of another service');
  const id = await start(page, mother, child);
  await questionnaire(page, { hasPassport: 'no' });
  assert.equal(path(page), `/permohonan/${id}/orang-tua`);
  await judge(page, 'step 2, parents');
  await fill(page, { household: 'ONE_DIED', passport: 'no', companion: 'MOTHER', guardian: mother.name });
  await press(page, words(page).save);
  await judge(page, 'step 2, parents, their data');
  await fill(page, { fatherBirthPlace: 'Rawajembatan', 'fatherBirthDate.day': '2', 'fatherBirthDate.month': '3',
    'fatherBirthDate.year': '1980', motherBirthPlace: 'Rawajembatan', 'motherBirthDate.day': '4', 'motherBirthDate.month': '5',
    'motherBirthDate.year': '1985' });
  await press(page, words(page).save);
  await judge(page, 'step 3, papers of a child');
  await follow(page, () => page.getByRole('link', { name: /^Ada keadaan khusus/ }).click());
  assert.equal(path(page), `/permohonan/${id}/keadaan`);
  await judge(page, 'step 3, circumstances');
  await press(page, words(page).save);
  assert.equal(path(page), `/permohonan/${id}/dokumen`);
  await hand(page, ['KTP_ORTU', 'KK', 'AKTA_LAHIR', 'NIKAH_ORTU', 'PERNYATAAN_ORTU', 'SURAT_KEMATIAN']);
  await family(page);
  assert.equal(await page.locator('main [name=kind]').count(), 2, 'a child is offered five years only');
  await restWithoutCard(page);
  await judge(page, 'step 8, a child');
  await checkAndSend(page);
  assert.match(path(page), /^\/tagihan\//);
});

journey('a lost passport is asked for again, without scripts', async person => {
  const someone = await resident();
  const page = await person('applicant', { viewport: PHONE, javaScript: false });
  const id = await start(page, someone, someone);
  await questionnaire(page, { hasPassport: 'yes' });
  await judge(page, 'step 2, old passport');
  await fill(page, { reason: 'LOST', issued: 'AT_HOME', dataDiffer: 'no' });
  await press(page, words(page).save);
  assert.equal(path(page), `/permohonan/${id}/dokumen`);
  const papers = await page.locator('main section.paper h2').allInnerTexts();
  await judge(page, 'step 3, papers of a lost passport');
  assert.deepEqual(papers.map(one => one.trim()), ['Surat lapor kehilangan dari polisi', 'KTP elektronik',
    'Kartu Keluarga', 'Bukti kelahiran atau perkawinan']);
});

journey('a renewal typed as new is caught by its number and mended by one tap', async person => {
  const someone = await resident();
  const page = await person('applicant', { viewport: PHONE, alsoWide: true });
  const id = await start(page, someone, someone);
  await questionnaire(page, { hasPassport: 'no', oldNumber: 'A 1234567' });
  assert.equal(path(page), `/permohonan/${id}/perdim/penggantian`);
  await judge(page, 'step 2, caught');
  await press(page, 'Ya, ubah menjadi penggantian');
  assert.equal(path(page), `/permohonan/${id}/paspor-lama`);
  assert.equal(await page.locator('#number').inputValue(), 'A1234567');
  await judge(page, 'step 2, old passport');
  await page.goto(`/permohonan/${id}/hapus`);
  await judge(page, 'draft, thrown away?');
  await press(page, 'Hapus draf');
  assert.equal(path(page), '/beranda');
});

journey('a number in doubt is settled at the counter with a reason', async person => {
  const someone = await resident();
  const page = await person('applicant', { viewport: PHONE, alsoWide: true });
  const id = await start(page, someone, { ...someone, name: `${someone.name} SALAHTULIS` }, { differs: true });
  await page.goto(`/permohonan/${id}/layanan`);
  await judge(page, 'step 2, errand');
  for (const [untuk, where] of [['GROUP', 'rombongan'], ['PICKUP_PROXY', 'pengambil']]) {
    await fill(page, { untuk });
    await press(page, words(page).save);
    assert.equal(path(page), `/permohonan/${id}/${where}`);
    await judge(page, `step 2, ${where}`);
    await page.goto(`/permohonan/${id}/layanan`);
  }
  await fill(page, { untuk: 'PICKUP_SELF' });
  await press(page, words(page).save);
  await chooseOffice(page);
  await chooseTime(page);
  await fill(page, { setuju: true });
  await press(page, 'Kirim dan pastikan jadwal');
  await page.goto(`/permohonan/${id}`);
  const letter = await page.context().request.get(`/permohonan/${id}/nik/surat`);
  assert.equal((await letter.body()).subarray(0, 4).toString(), '%PDF');
  const counter = await officer(person, 'loket1', '/petugas/loket/nik');
  await judge(counter, 'counter, numbers in doubt');
  const card = counter.locator('section.card', { hasText: 'SALAHTULIS' }).last();
  await card.locator('summary').click();
  await card.locator('input[value=ORIGINALS_AGREE]').check();
  await follow(counter, () => card.getByRole('button').click());
  assert.equal(await counter.locator('section.card', { hasText: `${someone.name} SALAHTULIS` }).count(), 0);
});

/** A child of eight to ten whom the civil registry knows. */
async function childOf(mother) {
  const [day, month, year] = [randomInt(1, 29), randomInt(1, 13), randomInt(2017, 2019)];
  const two = number => String(number).padStart(2, '0');
  const child = {
    name: `PUTRI ${mother.name}`,
    nik: `317401${day + 40}${two(month)}${two(year % 100)}${String(randomInt(1, 10_000)).padStart(4, '0')}`,
    birth: { day: two(day), month: two(month), year: String(year) },
  };
  await ask('/dukcapil/penduduk', {
    NIK: child.nik, NAMA_LGKP: child.name, TGL_LHR: `${two(day)}-${two(month)}-${year}`, JENIS_KLMIN: 'PEREMPUAN',
    TMPT_LHR: 'BANYUANYAR', JENIS_PKRJN: 'PELAJAR', NAMA_LGKP_IBU: 'SITI PRAMUDYAWAN', ALAMAT: 'JALAN CEMARA 7',
  });
  return child;
}

async function start(page, holder, whose, { differs = false } = {}) {
  page.unjudged = true;
  await register(page, holder);
  const id = await begin(page);
  await toNextStep(page, id, 'nik');
  await proveIdentity(page, whose);
  if (differs) {
    page.unjudged = false;
    await judge(page, 'step 1, something differs');
    await press(page, 'Isian saya sudah benar, lanjutkan');
  }
  page.unjudged = false;
  await toNextStep(page, id, 'perdim');
  return id;
}

async function questionnaire(page, answers) {
  await fill(page, { purpose: 'TOURISM', stay: 'UNDER_ONE_MONTH', country: 'JP', ...answers });
  await press(page, words(page).save);
}

async function hand(page, kinds) {
  const picture = await photograph('Berkas');
  for (const kind of kinds) {
    await upload(page, kind, kind === 'KK' ? await certificate('KK') : picture);
    await page.locator(`section:has(#${kind}) .paper-now`).waitFor();
  }
  await follow(page, () => page.getByRole('link', { name: words(page).goOn, exact: true }).click());
}

async function family(page) {
  await fill(page, { father: 'BUDI PRAMUDYAWAN', mother: 'SITI PRAMUDYAWAN' });
  await press(page, words(page).save);
  await fill(page, { homeName: 'BUDI PRAMUDYAWAN', homePhone: '0812 3456 7890', homeRelation: 'PARENT' });
  await press(page, words(page).save);
}

/** What is on record need not be typed, and what was typed stays. */
async function fillFromRegistry(page, kind, expected) {
  await press(page, 'Isi dari Dukcapil');
  for (const [name, value] of Object.entries(expected)) {
    assert.equal(await page.locator(`#${name}`).inputValue(), value);
  }
  page.unjudged = false;
  await judge(page, kind);
  page.unjudged = true;
}

/** The pages after the papers, of somebody without an identity card. */
async function restWithoutCard(page) {
  page.unjudged = true;
  await choosePassport(page);
  await fill(page, { height: '130' });
  await fillFromRegistry(page, 'step 5, person from the registry', { birthPlace: 'BANYUANYAR', occupation: 'PELAJAR', height: '130' });
  await fill(page, { sex: 'FEMALE' });
  await press(page, words(page).save);
  await fillFromRegistry(page, 'step 5, residence from the registry', { address: 'JALAN CEMARA 7, RT 1/RW 1' });
  await fill(page, { phone: '0812 3456 7890' });
  await press(page, words(page).save);
  await chooseOffice(page);
  await chooseTime(page);
  page.unjudged = false;
}

// What somebody does whose pages nobody looks at: the same forms in the same order, fetched and sent without being drawn.
import assert from 'node:assert/strict';
import { certificate, photograph, scan } from './files.mjs';

const FORM = /<form\b([^>]*)>(.*?)<\/form>/gs;
const FIELD = /<input\b([^>]*)>|<(textarea|select)\b([^>]*)>(.*?)<\/\2>/gs;
const LETTERS = { amp: '&', lt: '<', gt: '>', quot: '"', '#34': '"', '#39': "'" };

/** Opens the page at this address, fills in its form that goes there, and sends it. Returns where that leads. */
export async function sendForm(page, address, answers, { to = address, file } = {}) {
  const { request } = page.context();
  const shown = await request.get(address);
  assert.equal(shown.status(), 200, address);
  const form = formTo(await shown.text(), to, file ? answers : {});
  assert.ok(form, `a form to ${to} on ${address}`);
  const fields = Object.fromEntries(
    Object.entries({ ...form, ...named(form, answers) }).filter(([, value]) => value !== null));
  const sent = await request.post(to, { maxRedirects: 0, ...file ? { multipart: { ...fields, berkas: file } } : { form: fields } });
  assert.ok([302, 303].includes(sent.status()), `${to} answered ${sent.status()}:\n${problems(await sent.text())}`);
  return sent.headers().location;
}

/** Of the answers those it asks for. */
function named(form, answers) {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => name in form));
}

/** What the form to this address would send as it stands, null for what is not ticked; of several the one with these values. */
function formTo(html, to, hidden) {
  for (const [, head, body] of html.matchAll(FORM)) {
    if (attribute(head, 'method') === 'post' && attribute(head, 'action') === to) {
      const fields = fieldsOf(body);
      if (Object.entries(hidden).every(([name, value]) => fields[name] === value)) {
        return fields;
      }
    }
  }
  return null;
}

function fieldsOf(html) {
  const fields = {};
  for (const [, input, tag, more, inner] of html.matchAll(FIELD)) {
    const head = input ?? more;
    const [name, type] = [attribute(head, 'name'), attribute(head, 'type')];
    if (name === null || ['file', 'submit'].includes(type)) {
      continue;
    }
    if (['radio', 'checkbox'].includes(type)) {
      fields[name] = / checked\b/.test(head) ? attribute(head, 'value') ?? 'on' : fields[name] ?? null;
    } else {
      fields[name] = tag === 'select' ? chosen(inner) : tag === 'textarea' ? plain(inner) : attribute(head, 'value') ?? '';
    }
  }
  return fields;
}

function chosen(options) {
  const option = options.match(/<option\b[^>]*\sselected\b[^>]*>/)?.[0] ?? options.match(/<option\b[^>]*>/)?.[0] ?? '';
  return attribute(option, 'value') ?? '';
}

function attribute(head, name) {
  const found = head.match(new RegExp(`(?:^|\\s)${name}="([^"]*)"`));
  return found ? plain(found[1]) : null;
}

function plain(html) {
  return html.replaceAll(/&(#?\w+);/g, (all, name) => LETTERS[name] ?? all);
}

function problems(html) {
  return (html.match(/<main.*?<\/main>/s)?.[0] ?? html).replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ').slice(0, 600);
}

/** Registers, and reads the code in the letter. */
export async function registerUnseen(page, registration, readCode) {
  const { consent, ...typed } = registration;
  const consented = await firstValue(page, '/daftar', 'consent');
  assert.equal(await sendForm(page, '/daftar', { ...typed, ...consent && { consent: consented } }), '/daftar/kode');
  assert.equal(await sendForm(page, '/daftar/kode', { digits: await readCode() }), '/beranda');
}

/** All of an application but the time. */
export async function completeUnseen(page, someone, id, office) {
  const { day, month, year } = someone.birth;
  const at = `/permohonan/${id}`;
  const say = (section, answers) => sendForm(page, `${at}/${section}`, answers);
  await say('nik', { fullName: someone.name, nik: someone.nik,
    'birthDate.day': day, 'birthDate.month': month, 'birthDate.year': year });
  await say('perdim', { hasPassport: 'no', purpose: 'TOURISM', stay: 'UNDER_ONE_MONTH', country: 'JP' });
  for (const [jenis, file] of Object.entries({
    KTP: await photograph('KTP'), KK: scan('KK'), CIVIL_PROOF: await certificate('Akta'),
  })) {
    await sendForm(page, `${at}/dokumen`, { jenis }, { file });
  }
  await say('keluarga', { father: 'BUDI PRAMUDYAWAN', mother: 'SITI PRAMUDYAWAN', maritalStatus: 'UNMARRIED' });
  await say('kerabat', { homeName: 'BUDI PRAMUDYAWAN', homePhone: '0812 3456 7890', homeRelation: 'PARENT' });
  await say('jenis', { kind: await firstValue(page, `${at}/jenis`, 'kind') });
  await say('data-diri', { birthPlace: 'Rawajembatan', sex: 'FEMALE', height: '160', occupation: 'Karyawan swasta',
    'cardIssued.day': '20', 'cardIssued.month': '3', 'cardIssued.year': '2018', cardValidity: 'lifetime' });
  await say('alamat', { address: 'Jalan Kenangasari 5, RT 3 RW 4, Pasar Minggu', phone: '0812 3456 7890' });
  await sendForm(page, `${at}/kantor?cari=Jakarta+Selatan`, { kantor: office }, { to: `${at}/kantor` });
}

/** The first choice a page offers under this name. */
async function firstValue(page, address, name) {
  const html = await (await page.context().request.get(address)).text();
  return attribute(html.match(new RegExp(`<input\\b[^>]*\\sname="${name}"[^>]*>`))[0], 'value');
}

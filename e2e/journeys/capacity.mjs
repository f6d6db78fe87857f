// The plan of an office is tried before it is saved; whoever booked is asked and never dropped; who cannot serve says why.
import assert from 'node:assert/strict';
import { DESK, PHONE } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { judge } from '../lib/judges.mjs';
import { bookingCode, certain } from '../lib/mainJob.mjs';
import { officer } from '../lib/office.mjs';
import { fill, follow, heading, OFFICE, path, press } from '../lib/steps.mjs';
import { addDays, eventually, letter, localDate, resident, SATURDAY, weekdayAfter } from '../lib/world.mjs';

journey('a day is closed: what that does is shown first, who booked chooses a new time, and nobody loses their place',
  async person => {
    const someone = await resident();
    const applicant = await person('applicant', { alsoWide: true });
    const { id, time, code } = await certain(applicant, someone);
    const day = time.slice(0, 10);
    const admin = await officer(person, 'admin', '/petugas/kapasitas');
    await judge(admin, 'capacity, plan');

    await closes(admin, day);
    const { text } = await letter(someone.email, one => /perlu dipindah$/.test(one.subject));
    assert.match(text, /jadwal lama tetap berlaku/);
    const [address] = text.match(/\/pindah\/[0-9a-f-]{36}/);
    await applicant.goto(`${address}/batal`);
    await judge(applicant, 'relocation, give up?');
    await applicant.goto(address);
    await judge(applicant, 'relocation, choose');
    await press(applicant, 'Terima waktu ini');
    assert.equal(await heading(applicant), 'Jadwal sudah dipindah');
    await judge(applicant, 'relocation, moved');
    assert.equal(await bookingCode(applicant, id), code, 'the code stays');
    await admin.goto('/petugas/kapasitas/dipindahkan');
    await judge(admin, 'capacity, people to move');
    const line = admin.getByRole('row', { name: new RegExp(someone.name, 'i') });
    assert.match(await line.innerText(), /Sudah pindah/);

    await triesFewerCounters(admin, addDays(day, 1));
    await hasNoElectronicBooks(admin, await person('visitor', { alsoWide: true }), day);
    await isCapped(person, admin, addDays(day, 1));
    await opensAgain(admin, day);
    await booksForSomebody(await officer(person, 'pelanggan', '/petugas/pelanggan/tempat', { viewport: PHONE, alsoWide: true }),
      admin, day);
  });

async function closes(admin, day) {
  await follow(admin, () => admin.getByRole('link', { name: 'Tambah hari' }).click());
  await judge(admin, 'capacity, a day');
  await press(admin, 'Lihat akibatnya');
  await judge(admin, 'capacity, a day, what is missing', { weigh: false });
  await fill(admin, { tanggal: day, jadi: 'tutup', alasan: 'Pemeliharaan gedung' });
  await press(admin, 'Lihat akibatnya');
  assert.match(await admin.locator('main').innerText(), /orang perlu dipindah/);
  await judge(admin, 'capacity, what it does');
  await press(admin, 'Simpan dan tawarkan waktu baru');
  await judge(admin, 'capacity, saved');
}

/** Looks at what one counter would do to every day, and leaves it. */
async function triesFewerCounters(admin, from) {
  await admin.goto('/petugas/kapasitas');
  await follow(admin, () => admin.getByRole('link', { name: 'Ubah jadwal' }).click());
  await judge(admin, 'capacity, week');
  await fill(admin, { mulai: from, loket: '1' });
  await press(admin, 'Lihat akibatnya');
  assert.match(await admin.locator('.stats').innerText(), /tempat berkurang/);
  await judge(admin, 'capacity, fewer counters');
  await press(admin, 'Ubah lagi');
  assert.equal(await admin.locator('[name=loket]').inputValue(), '1', 'what was typed is kept');
}

/** Everybody sees why the office cannot serve electronic passports, and where they may go instead. */
async function hasNoElectronicBooks(admin, visitor, day) {
  await admin.goto('/petugas/kapasitas/gangguan');
  await judge(admin, 'capacity, outage');
  await fill(admin, {
    jenis: 'ELECTRONIC', mulai: await localDate(), sampai: addDays(day, 20), alasan: 'Blangko paspor elektronik habis',
  });
  await press(admin, 'Simpan gangguan');
  await judge(admin, 'capacity, outage saved');
  await visitor.goto(`/jadwal/${OFFICE}`);
  assert.match(await visitor.locator('main').innerText(), /Blangko paspor elektronik habis\.\s+Yang terdekat: .+ atau /);
  await judge(visitor, 'schedule, no electronic books');
  await admin.goto('/petugas/kapasitas');
  await follow(admin, () => admin.getByRole('button', { name: /^Sudah teratasi/ }).click());
}

async function isCapped(person, admin, from) {
  const regional = await officer(person, 'kanwil', '/petugas/wilayah', { viewport: DESK });
  await judge(regional, 'region, caps');
  await fill(regional, { kantor: OFFICE, mulai: from, tempat: '5000' });
  await press(regional, 'Lihat akibatnya');
  await judge(regional, 'region, what it does');
  await press(regional, 'Simpan');
  await judge(regional, 'region, saved');
  await admin.goto('/petugas/kapasitas/pekan');
  await fill(admin, { mulai: from, loket: '99', menit: '1' });
  await press(admin, 'Lihat akibatnya');
  assert.match(await admin.locator('main').innerText(), /kantor wilayah membatasi 5\.000 tempat sehari/);
  await judge(admin, 'capacity, above the cap', { weigh: false });
}

/** Places of a Saturday are set aside for those who cannot book themselves; an officer books one and prints the code. */
async function booksForSomebody(service, admin, day) {
  await judge(service, 'book for somebody, nothing set aside');
  await admin.goto(`/petugas/kapasitas/hari?tanggal=${weekdayAfter(day, SATURDAY)}&jadi=buka`);
  await fill(admin, { alasan: 'Layanan Sabtu', umum: '50', dibantu: '50', prioritas: '0', mitra: '0' });
  await press(admin, 'Lihat akibatnya');
  await press(admin, 'Simpan');
  const someone = await resident();
  await eventually('the places set aside', async () => {
    await service.reload();
    return await service.locator('[aria-labelledby=sisa] li').count() > 0;
  });
  await fill(service, { siapa: someone.nik });
  await press(service, 'Lanjut');
  const { day: birthday, month, year } = someone.birth;
  await fill(service, {
    fullName: someone.name, 'birthDate.day': birthday, 'birthDate.month': month, 'birthDate.year': year, what: 'new',
  });
  await judge(service, 'book for somebody');
  await press(service, 'Pesankan dan cetak');
  assert.match(path(service), /^\/petugas\/pelanggan\/tempat\/[0-9a-f-]{36}$/);
  await judge(service, 'slip of an officer', { themes: false });
}

async function opensAgain(admin, day) {
  await admin.goto(`/petugas/kapasitas/hari?tanggal=${day}&jadi=biasa`);
  await press(admin, 'Lihat akibatnya');
  await press(admin, 'Simpan');
}

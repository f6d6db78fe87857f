// What officers do is written down; an auditor reads it, checks that nothing was changed, and takes it along.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { OUT, PHONE } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { judge } from '../lib/judges.mjs';
import { doorOfficer, officer, showCode } from '../lib/office.mjs';
import { fill, follow, path, press, register } from '../lib/steps.mjs';
import { eventually, resident } from '../lib/world.mjs';

for (const device of [{ alsoWide: true, viewport: PHONE }, { language: 'en' }]) {
  journey(`an auditor reads what was done, and that it is whole (${device.language ?? 'id'})`, async person => {
    const en = device.language === 'en';
    const door = await doorOfficer(person);
    await showCode(door, 'AAAA-AAAA');
    const auditor = await officer(person, 'auditor', '/petugas/audit', device);
    await judge(auditor, 'audit');
    await fill(auditor, { tindakan: 'ASKED' });
    await press(auditor, en ? 'Find entries' : 'Cari catatan');
    assert.match(await auditor.locator('.deeds').innerText(), /\/petugas\/pintu/);
    await judge(auditor, 'audit, found');
    await follow(auditor, () =>
      auditor.locator('.deeds li', { hasText: '/petugas/pintu' }).getByRole('link').first().click());
    assert.match(await auditor.locator('main').innerText(), /\/petugas\/pintu/);
    await judge(auditor, 'audit, an entry');
    await auditor.goBack();
    await fill(auditor, { nomor: 'tidak-ada' });
    await press(auditor, en ? 'Find entries' : 'Cari catatan');
    assert.equal(await auditor.locator('.deeds').count(), 0);
    await judge(auditor, 'audit, nothing found');
    await follow(auditor, () => auditor.getByRole('link', { name: en ? 'Check the chain' : 'Periksa keutuhan' }).first().click());
    assert.match(await auditor.locator('main [role=status]').innerText(), en ? /chain is whole/ : /utuh/);
    await judge(auditor, 'audit, whole');
    await eventually('a day in the chain', async () => {
      await auditor.reload();
      return await auditor.getByRole('link', { name: en ? 'Check this day alone' : 'Periksa hari ini saja' }).count() > 0;
    });
    await follow(auditor, () => auditor.getByRole('link', { name: en ? 'Check this day alone' : 'Periksa hari ini saja' }).first().click());
    assert.match(await auditor.locator('main [role=status]').innerText(), en ? /chain is whole/ : /utuh/);
    await judge(auditor, 'audit, one day');
    await auditor.goto('/petugas/audit');
    await follow(auditor, () =>
      auditor.locator('main').getByRole('link', { name: en ? 'To be looked at' : 'Perlu dilihat' }).click());
    await judge(auditor, 'audit, patterns');
    if (!en) {
      await noticesWhoLookedWithoutTask(person, auditor);
    }
    await eventually('the act in the chain', async () => (await chain(auditor)).includes('/petugas/pintu'));
    const file = `${OUT}audit.tsv`;
    writeFileSync(file, await chain(auditor));
    assert.match(execFileSync('../bin/verify-audit', [file], { encoding: 'utf8', cwd: new URL('..', import.meta.url) }),
      /The chain is whole/);
  });
}

/** An officer who finds five people and helps none of them: there may be a reason, and the auditor reads what was opened. */
async function noticesWhoLookedWithoutTask(person, auditor) {
  const curious = await officer(person, 'pelanggan', '/petugas/pelanggan');
  const found = await Promise.all([1, 2, 3, 4, 5].map(number => registered(person, `visitor ${number}`)));
  for (const someone of found) {
    await curious.goto('/petugas/pelanggan');
    await fill(curious, { nik: someone.nik });
    await press(curious, 'Cari');
  }
  await press(auditor, 'Periksa sekarang');
  const evidence = auditor.locator('a[href*="/berkas?hari="]').first();
  await eventually('the pattern', async () => {
    await auditor.reload();
    return await evidence.count() > 0;
  });
  await follow(auditor, () => evidence.click());
  assert.match(path(auditor), /^\/petugas\/audit\/pola\/[0-9a-f-]{36}\/berkas$/);
  await judge(auditor, 'audit, opened without a task');
}

async function registered(person, name) {
  const someone = await resident();
  const page = await person(name);
  page.unjudged = true;
  await register(page, someone);
  return someone;
}

async function chain(auditor) {
  const answer = await auditor.context().request.get('/petugas/audit/rantai.tsv');
  assert.equal(answer.status(), 200);
  return answer.text();
}

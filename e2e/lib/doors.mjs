// Which of the declared addresses are pages, and which of those no judge has seen.
import { readFileSync } from 'node:fs';

const DOORS = new URL('../../src/test/resources/doors.txt', import.meta.url);
/** What a name says already: files, and the parts of a live page. */
const NO_PAGE = /(\.\w+|\/pdf|\/isi|\/\*\*)$/;
/** Answers to GET that nobody reads as a page: parts, streams, pictures, and ways on to another address. */
const NO_PAGES = [
  '/acara', '/jadwal/{office}/tersedia', '/antrean-rilis/{id}/keadaan',
  '/dokumen/{application}/{upload}', '/dokumen/{application}/{upload}/kecil', '/permohonan/{id}/nik/surat',
  '/petugas/berkas/{application}/dokumen/{upload}', '/petugas/berkas/{application}/dokumen/{upload}/asli',
  '/petugas/wawancara/{application}/dokumen/{upload}',
  '/akun/kunci/lihat', '/antrean-rilis/{id}/ingatkan', '/antrean-rilis/{id}/nomor', '/masuk/luar/{provider}',
  '/masuk/luar/{provider}/kembali', '/janji/{id}/pasti', '/undangan/{id}/{key}',
];

const opened = readFileSync(DOORS, 'utf8').split('\n')
  .map(line => line.match(/^(\/\S*) GET \|/)?.[1]).filter(Boolean)
  .map(pattern => ({ pattern, shape: shapeOf(pattern), variables: pattern.split('{').length }))
  .toSorted((one, other) => one.variables - other.variables);

/** What is wrong with what the judges saw: pages nobody judged or axe never saw, and lines above that are out of date. */
export function overlooked(records) {
  const seen = records.filter(record => record.status < 400).map(record => ({ ...record, door: doorOf(record.path) }));
  const judged = new Set(seen.map(record => record.door));
  const tried = new Set(seen.filter(record => record.rules > 0).map(record => record.door));
  const wrong = [];
  for (const { pattern } of opened) {
    const isPage = !NO_PAGE.test(pattern) && !NO_PAGES.includes(pattern);
    if (isPage && !judged.has(pattern)) {
      wrong.push(`${pattern} was judged by nobody`);
    } else if (isPage && !tried.has(pattern)) {
      wrong.push(`${pattern} was never seen by axe`);
    } else if (!isPage && judged.has(pattern)) {
      wrong.push(`${pattern} was judged, though e2e/lib/doors.mjs says it is no page`);
    }
  }
  const there = opened.map(door => door.pattern);
  NO_PAGES.filter(pattern => !there.includes(pattern)).forEach(pattern => wrong.push(`${pattern} is no address any more`));
  return wrong;
}

/** The address with the fewest variables that this path fits. */
function doorOf(path) {
  return opened.find(door => door.shape.test(path))?.pattern;
}

function shapeOf(pattern) {
  return new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('**', '.*').replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}

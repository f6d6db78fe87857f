// Small real files, as a phone or a scanner would make them.
import { deflateSync } from 'node:zlib';
import { openBrowser } from './browser.mjs';

/** What has been drawn once is handed in again. */
const drawn = new Map();

function once(name, draw) {
  if (!drawn.has(name)) {
    drawn.set(name, draw());
  }
  return drawn.get(name);
}

/** A photograph of a card: a JPEG of 640 by 400, drawn and encoded by the browser itself. */
export function photograph(title) {
  return once(`photograph of ${title}`, () => drawPhotograph(title));
}

async function drawPhotograph(title) {
  const context = await (await openBrowser()).newContext({ viewport: { width: 640, height: 400 } });
  const page = await context.newPage();
  await page.setContent(`<body style="margin:0;background:linear-gradient(#8ecae6,#bde0fe);font:28px sans-serif">
    <h1>${title}</h1><p>CONTOH, BUKAN DOKUMEN ASLI</p></body>`);
  const buffer = await page.screenshot({ type: 'jpeg', quality: 70 });
  await context.close();
  return { name: `${title.toLowerCase()}.jpg`, mimeType: 'image/jpeg', buffer };
}

/** A card full of writing on a table, as a phone sees it from a hand's breadth; blurred if the hand shook. */
export async function cardOnTable(title, { blur = 0 } = {}) {
  const context = await (await openBrowser()).newContext({ viewport: { width: 1600, height: 1000 } });
  const page = await context.newPage();
  const lines = ['PROVINSI DKI JAKARTA', 'NIK 3174 0157 0890 0001', 'Nama SITI RAHMAWATI', 'Lahir JAKARTA, 17-08-1990',
    'Alamat JL MERDEKA NO 17', 'RT/RW 004/012 KELURAHAN GAMBIR', 'Agama ISLAM', 'Pekerjaan KARYAWAN SWASTA'];
  await page.setContent(`<body style="margin:0;background:#6e645a;filter:blur(${blur}px)">
    <div style="position:absolute;inset:130px;padding:40px;background:#96bed7;color:#1e1e28;font:44px sans-serif">
    ${[title, ...lines].map(line => `<div style="line-height:72px">${line}</div>`).join('')}</div></body>`);
  const buffer = await page.screenshot({ type: 'jpeg', quality: 80 });
  await context.close();
  return { name: `${title.toLowerCase()}.jpg`, mimeType: 'image/jpeg', buffer };
}

/** A scan as PNG: stripes of grey, 300 by 200. */
export function scan(title) {
  const [width, height] = [300, 200];
  const rows = Buffer.concat(Array.from({ length: height }, (_, y) =>
    Buffer.concat([Buffer.of(0), Buffer.alloc(width, 120 + (y % 100))])));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const buffer = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
  return { name: `${title.toLowerCase()}.png`, mimeType: 'image/png', buffer };
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, check]);
}

function crc(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
    }
  }
  return (sum ^ 0xffffffff) >>> 0;
}

/** A certificate of one page as PDF, printed by the browser. */
export function certificate(title) {
  return once(`certificate, ${title}`, () => drawCertificate(title));
}

async function drawCertificate(title) {
  const context = await (await openBrowser()).newContext();
  const page = await context.newPage();
  await page.setContent(`<h1>${title}</h1><p>Contoh, bukan dokumen asli.</p>`);
  const buffer = await page.pdf({ format: 'A5' });
  await context.close();
  return { name: `${title.toLowerCase()}.pdf`, mimeType: 'application/pdf', buffer };
}

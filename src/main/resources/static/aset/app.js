// Keeps the passes on this device openable without a network. Everything works without this, online.
const worker = navigator.serviceWorker, me = document.querySelector('script[data-siapa]')?.dataset.siapa;
const forget = () => self.caches?.delete('pass');
if (worker) {
  worker.register('/sw.js').catch(() => {});
  if (me && localStorage.siapa !== me) {
    if (localStorage.siapa) forget(); // someone else was here and did not sign out
    localStorage.siapa = me;
  }
  const kept = document.querySelector('[data-disimpan]'), passes = document.querySelector('[data-simpanan]');
  if (kept) worker.ready.then(async () => {
    const cache = await caches.open('pass'), path = location.pathname;
    if (!worker.controller || !await cache.match(path)) await cache.add(path);
    kept.hidden = false;
  }).catch(() => {});
  if (passes) caches.open('pass').then(cache => cache.keys()).then(keys => {
    for (const {url} of keys.filter(({url}) => !url.endsWith('/pdf'))) {
      const link = passes.querySelector('a').cloneNode(true);
      link.href = url;
      link.hidden = false;
      passes.prepend(link);
    }
  });
}
document.addEventListener('submit', e => e.target.action.endsWith('/keluar') && forget());
const print = document.querySelector('[data-cetak]');
if (print) {
  print.hidden = false;
  print.onclick = () => window.print();
}
// While robots are at the doors, forms bring a little work along (docs/adr/0093). It is done while somebody types.
const piece = /(?:^|; )tugas=([0-9a-f-]+)(?:;|$)/.exec(document.cookie)?.[1];
if (piece && self.crypto?.subtle) {
  const text = new TextEncoder();
  let done = false;
  const work = (async () => {
    for (let n = 0; ; n++) {
      const digest = await crypto.subtle.digest('SHA-256', text.encode(`${piece}.${n}`));
      if (new DataView(digest).getUint16(0) < 2) {
        document.cookie = `tugas=${piece}.${n};path=/;max-age=1800;samesite=lax${location.protocol === 'https:' ? ';secure' : ''}`;
        return done = true;
      }
    }
  })();
  document.addEventListener('submit', e => {
    if (done || !/^\/(daftar|masuk(\/(kode|lupa)(\/ponsel)?)?)$/.test(new URL(e.target.action).pathname)) return;
    e.preventDefault();
    work.then(() => e.target.requestSubmit(e.submitter));
  });
}

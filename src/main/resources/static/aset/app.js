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

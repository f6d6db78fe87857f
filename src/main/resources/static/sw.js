// Works between the page and the network. It keeps two things: what every page looks like, and the passes a person
// has opened, the only pages with anything personal that stay on the device. Passes go at sign-out.
const SHELL = [SHELL_OF_THIS_RELEASE];
const LOOK = 'rupa-VERSION_OF_THIS_RELEASE', PASSES = 'pass';
const PASS = /^\/pass\/[^/]+(\/pdf)?$/;
const PATIENCE = 4000;

addEventListener('install', e => e.waitUntil(
  caches.open(LOOK).then(look => look.addAll(SHELL)).then(() => skipWaiting())));

addEventListener('activate', e => e.waitUntil(
  caches.keys()
    .then(names => Promise.all(names.filter(name => name.startsWith('rupa-') && name !== LOOK).map(name => caches.delete(name))))
    .then(() => clients.claim())));

const within = (time, answer) => new Promise((done, failed) => {
  setTimeout(failed, time);
  answer.then(done, failed);
});

// A file's name changes with its content: the one we have is the right one.
const file = async request => {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) (await caches.open(LOOK)).put(request, answer.clone());
  return answer;
};

// The network first; when it is away, slow or out of order, the pass as it was last seen.
const pass = async (request, path) => {
  const passes = await caches.open(PASSES), kept = await passes.match(path);
  try {
    const answer = await (kept ? within(PATIENCE, fetch(request)) : fetch(request));
    if (answer.ok) await passes.put(path, answer.clone());
    else if (answer.status === 404) await passes.delete(path);
    return answer.status >= 500 && kept ? kept : answer;
  } catch {
    return kept || caches.match('/luring');
  }
};

addEventListener('fetch', e => {
  const request = e.request, {origin, pathname} = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.method === 'POST' && pathname === '/keluar') e.waitUntil(caches.delete(PASSES));
  if (request.method !== 'GET') return;
  if (pathname.startsWith('/aset/')) return e.respondWith(file(request));
  if (request.mode !== 'navigate') return;
  e.respondWith(PASS.test(pathname) ? pass(request, pathname) : fetch(request).catch(() => caches.match('/luring')));
});

// Keeps what the pages of meetings need, so that they open where there is no network. Whatever can be asked of the
// server is; what was kept stands in only where it does not answer. The door takes everything away.
const name = 'chibo';
const parts = /^\/(chibo\.css|[a-z]+\.js|mark\.svg)$/;
const pages = /^\/(meetings\/[^/]+(\/minutes|\/invitation|\/named-vote)?|units\/[^/]+\/meetings)$/;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

async function forget() {
  await caches.delete(name);
}

async function answer(request, key) {
  const kept = await caches.open(name);
  try {
    const fresh = await fetch(request);
    if (fresh.ok && !fresh.redirected) await kept.put(key, fresh.clone());
    else if (fresh.redirected) await kept.delete(key);
    return fresh;
  } catch (error) {
    const old = await kept.match(key);
    if (old) return old;
    throw error;
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (pathname === '/sign-out' || pathname === '/sign-in') {
    event.waitUntil(forget());
    return;
  }
  if (request.method !== 'GET') return;
  // The page after a deed is the page itself.
  const isBare = search === '' || /^\?done=\d+$/.test(search);
  if (parts.test(pathname) || (pages.test(pathname) && isBare)) event.respondWith(answer(request, pathname));
});

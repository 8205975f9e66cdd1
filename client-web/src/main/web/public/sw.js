/**
 * Keeps the page itself, so that an installed game opens without a network and says what is missing.
 * The network always comes first, but for files whose names change with what is in them. Owned by
 * the browser.
 */
const SHELF = 'orbit-page';
/** At the bound the oldest files go. */
const MOST_FILES = 24;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(SHELF).then((shelf) => shelf.add('/')));
  self.skipWaiting();
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  const ours = pathname === '/' || pathname.startsWith('/play/');
  if (request.mode === 'navigate' && ours) event.respondWith(page(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(file(request));
});

/** The lobby and all rooms are the same page. */
async function page(request) {
  try {
    const answer = await fetch(request);
    if (answer.ok) await keep('/', answer.clone());
    return answer;
  } catch (lost) {
    const kept = await caches.match('/');
    if (kept) return kept;
    throw lost;
  }
}

async function file(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await keep(request, answer.clone());
  return answer;
}

async function keep(request, answer) {
  const shelf = await caches.open(SHELF);
  await shelf.put(request, answer);
  const kept = await shelf.keys();
  for (const old of kept.slice(0, Math.max(0, kept.length - MOST_FILES))) await shelf.delete(old);
}

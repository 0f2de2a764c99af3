import { getCacheKeyForURL, precacheAndRoute } from 'workbox-precaching';

declare const self: ServiceWorkerGlobalScope & {
  /** Every file of this build with what it must hold, put here by the build. */
  readonly __WB_MANIFEST: Parameters<typeof precacheAndRoute>[0];
};

/** The files of the build before, for tabs that still show it. */
const BEFORE = `zooscope-before-${self.registration.scope}`;

/** Keeps what the caches of this site hold now; the build before that is forgotten. */
const keepBefore = async (): Promise<void> => {
  if (self.registration.active === null) return;
  await caches.delete(BEFORE);
  const before = await caches.open(BEFORE);
  const names = (await caches.keys()).filter(
    (name) => name !== BEFORE && name.endsWith(self.registration.scope),
  );
  for (const name of names) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const response = await cache.match(request);
      if (response !== undefined) await before.put(request, response);
    }
  }
};

const fromBefore = async (request: Request): Promise<Response> =>
  (await (await caches.open(BEFORE)).match(request.url)) ?? fetch(request);

// Before the new files come and long before the old ones go.
self.addEventListener('install', (event) => event.waitUntil(keepBefore()));

// `?lang=`, `?theme=`: the page is the same.
precacheAndRoute(self.__WB_MANIFEST, { ignoreURLParametersMatching: [/./] });

// What this build does not have, the one before may: names change with what they hold.
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const ours = request.url.startsWith(`${self.registration.scope}assets/`);
  if (ours && getCacheKeyForURL(request.url) === undefined) event.respondWith(fromBefore(request));
});

// The page of the first visit can go offline at once.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void self.skipWaiting();
});

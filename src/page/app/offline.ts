import { create } from 'zustand';

/** The service worker of a newer build, once it has all its files. */
export const useNewer = create<{ readonly waiting: ServiceWorker | null }>(() => ({
  waiting: null,
}));

/** Whoever comes back to a tab after an hour wants to know; nobody needs it sooner. */
const BETWEEN_LOOKS_MS = 3_600_000;

const watch = (registration: ServiceWorkerRegistration): void => {
  const note = (): void => {
    // Without a controller it is the first one, which needs no announcement.
    const { waiting } = registration;
    if (waiting !== null && navigator.serviceWorker.controller !== null)
      useNewer.setState({ waiting });
  };
  const follow = (): void => registration.installing?.addEventListener('statechange', note);
  note();
  follow();
  registration.addEventListener('updatefound', follow);
  let looked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - looked < BETWEEN_LOOKS_MS) return;
    looked = Date.now();
    // Without a network there is nothing newer to be had.
    registration.update().catch(() => undefined);
  });
};

/** Keeps the whole site for when there is no network. The first page comes before it. */
export const keepForOffline = (): void => {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  const register = (): void => {
    // A browser may refuse (a private window, a full disk): the page works as without it.
    const options = { updateViaCache: 'none' } as const;
    navigator.serviceWorker.register('./sw.js', options).catch(() => undefined);
    void navigator.serviceWorker.ready.then(watch);
  };
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
};

/** Lets the newer build serve this page, and opens it anew. */
export const takeNewer = (waiting: ServiceWorker): void => {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {
    once: true,
  });
  waiting.postMessage('take-over');
};

import { Workbox } from 'workbox-window';

/** A new version waits until somebody takes it outside a form; closing the app takes it, too. */
let take: (() => void) | undefined;
const listeners = new Set<() => void>();

const HOUR_MS = 3_600_000;

export function watchVersions(): void {
  // While it is being developed there is no service worker, so that sources are what is shown.
  if (import.meta.env.DEV) return;
  const worker = new Workbox('/field/sw.js', { scope: '/field/' });
  worker.addEventListener('waiting', () => {
    take = () => {
      worker.addEventListener('controlling', () => {
        window.location.reload();
      });
      worker.messageSkipWaiting();
    };
    for (const listener of listeners) listener();
  });
  void worker.register();
  window.setInterval(() => {
    if (navigator.onLine) void worker.update();
  }, HOUR_MS);
}

export const subscribeVersions = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Loads the new version; undefined while there is none. */
export const newVersion = (): (() => void) | undefined => take;

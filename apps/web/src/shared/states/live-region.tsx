import { type ReactNode, useSyncExternalStore } from 'react';

let said = '';
const listeners = new Set<() => void>();

/** Tells screen readers what changed without moving the focus. */
export function announce(text: string): void {
  said = text;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function LiveRegion(): ReactNode {
  const text = useSyncExternalStore(subscribe, () => said);
  return (
    <div role="status" aria-live="polite" className="visually-hidden">
      {text}
    </div>
  );
}

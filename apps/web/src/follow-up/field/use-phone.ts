import { createContext, useContext, useSyncExternalStore } from 'react';
import type { FieldSync } from '../offline/field-sync';
import type { PhoneState, PhoneStore } from '../offline/phone-store';

export interface Phone {
  readonly store: PhoneStore;
  readonly sync: FieldSync;
}

export const PhoneContext = createContext<Phone | undefined>(undefined);

/** The phone's store and sync; only below the app. */
export function usePhone(): Phone & { readonly state: PhoneState } {
  const phone = useContext(PhoneContext);
  if (phone === undefined) throw new Error('screens lie below the app');
  const state = useSyncExternalStore(phone.store.subscribe, phone.store.snapshot);
  return { ...phone, state };
}

/** The address behind `#`, so that the phone's back button works without a server. */
export function useHash(): string {
  return useSyncExternalStore(
    (listener) => {
      window.addEventListener('hashchange', listener);
      return () => {
        window.removeEventListener('hashchange', listener);
      };
    },
    () => window.location.hash.replace(/^#/, ''),
  );
}

/** Whether the phone believes that it has a signal. */
export function useIsOnline(): boolean {
  return useSyncExternalStore(
    (listener) => {
      window.addEventListener('online', listener);
      window.addEventListener('offline', listener);
      return () => {
        window.removeEventListener('online', listener);
        window.removeEventListener('offline', listener);
      };
    },
    () => navigator.onLine,
  );
}

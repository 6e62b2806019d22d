import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { Lock, Sealed } from './vault';

const NAME = 'amanah-field';

/** In clear: what must be known before the PIN, and what must be wiped without it. */
export interface Meta {
  readonly lock: Lock;
  readonly wrongPins: number;
  /** When the lease ends, and the latest moment this phone has seen: setting the clock back prolongs nothing. */
  readonly expiresAt: string | null;
  readonly latest: number;
}

interface FieldSchema extends DBSchema {
  meta: { key: string; value: Meta };
  /** Sealed: the phone's own secret, the lease. */
  sealed: { key: string; value: Sealed };
  outbox: { key: string; value: Sealed };
  drafts: { key: string; value: Sealed };
  photos: { key: string; value: Sealed };
}

export type FieldDb = IDBPDatabase<FieldSchema>;
export type SealedStore = 'sealed' | 'outbox' | 'drafts' | 'photos';

export const openFieldDb = (): Promise<FieldDb> =>
  openDB<FieldSchema>(NAME, 1, {
    upgrade(db) {
      for (const store of ['meta', 'sealed', 'outbox', 'drafts', 'photos'] as const) db.createObjectStore(store);
    },
  });

/** Everything, the key included. */
export const deleteFieldDb = (): Promise<void> => deleteDB(NAME);

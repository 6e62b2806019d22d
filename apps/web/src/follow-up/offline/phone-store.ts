import { hexOf } from '../../shared/words/hex';
import { deleteFieldDb, type FieldDb, type Meta, openFieldDb, type SealedStore } from './field-db';
import type { Device, HeldLease, OutboxItem, VisitForm } from './field-types';
import { sha256Of } from './photo';
import { Vault } from './vault';

/** Whoever tries more PINs than this finds nothing. */
export const MOST_PINS = 10;
const MOST_ARRIVED = 50;

/** What screens show. `fresh` has no PIN yet, `locked` waits for it. */
export interface PhoneState {
  readonly stage: 'starting' | 'fresh' | 'locked' | 'open';
  readonly lease: HeldLease | undefined;
  readonly outbox: readonly OutboxItem[];
  readonly wrongPins: number;
  /** Items that are on their way now. */
  readonly sending: ReadonlySet<string>;
  readonly isBusy: boolean;
  readonly needsSignIn: boolean;
  /** Why the last contact failed, in words of the server; blank for no signal. */
  readonly problem: string | undefined;
}

const START: PhoneState = {
  ...{ stage: 'starting', lease: undefined, outbox: [], wrongPins: 0, sending: new Set(), isBusy: false },
  ...{ needsSignIn: false, problem: undefined },
};

/** The phone's own store: sealed in IndexedDB, open in memory while the app is unlocked. */
export class PhoneStore {
  private state = START;
  private readonly listeners = new Set<() => void>();
  private vault: Vault | undefined;
  private db: FieldDb | undefined;
  device: Device | undefined;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly snapshot = (): PhoneState => this.state;

  set(change: Partial<PhoneState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  async start(): Promise<void> {
    const meta = await this.meta();
    if (meta !== undefined) await this.wipeExpired();
    this.set({ stage: meta === undefined ? 'fresh' : 'locked', wrongPins: meta?.wrongPins ?? 0 });
  }

  /** The first PIN, with the secret by which this phone proves itself. */
  async choosePin(pin: string): Promise<void> {
    const { vault, lock } = await Vault.make(pin);
    this.vault = vault;
    await (await this.database()).put('meta', { lock, wrongPins: 0, expiresAt: null, latest: Date.now() }, 'meta');
    const secret = hexOf(crypto.getRandomValues(new Uint8Array(32)));
    this.device = { id: crypto.randomUUID(), secret };
    await this.put('sealed', 'device', this.device);
    this.set({ stage: 'open' });
  }

  /** False for a wrong PIN; the tenth wipes everything. */
  async unlock(pin: string): Promise<boolean> {
    const meta = await this.meta();
    if (meta === undefined) return false;
    const vault = await Vault.open(pin, meta.lock);
    if (vault === undefined) {
      const wrongPins = meta.wrongPins + 1;
      if (wrongPins >= MOST_PINS) await this.wipeAll();
      else {
        await this.setMeta({ wrongPins });
        this.set({ wrongPins });
      }
      return false;
    }
    this.vault = vault;
    await this.setMeta({ wrongPins: 0 });
    this.device = (await this.get('sealed', 'device')) as Device;
    const lease = (await this.get('sealed', 'lease')) as HeldLease | undefined;
    const outbox = (await this.all('outbox')) as OutboxItem[];
    this.set({ stage: 'open', lease, outbox: inOrder(outbox), wrongPins: 0 });
    await this.wipeExpired();
    return true;
  }

  /** Names and addresses leave the phone; what was written stays, sealed, until it is sent or thrown away. */
  async wipeLease(): Promise<void> {
    await (await this.database()).delete('sealed', 'lease');
    await this.setMeta({ expiresAt: null });
    this.set({ lease: undefined });
  }

  async wipeAll(): Promise<void> {
    this.db?.close();
    [this.db, this.vault, this.device] = [undefined, undefined, undefined];
    await deleteFieldDb();
    this.set({ ...START, stage: 'fresh' });
  }

  /** By the latest moment that this phone has seen. Needs no PIN. */
  async wipeExpired(): Promise<void> {
    const meta = await this.meta();
    if (meta === undefined) return;
    const latest = Math.max(meta.latest, Date.now());
    await this.setMeta({ latest });
    if (meta.expiresAt !== null && latest >= Date.parse(meta.expiresAt)) await this.wipeLease();
  }

  async keepLease(lease: HeldLease): Promise<void> {
    await this.put('sealed', 'lease', lease);
    await this.setMeta({ expiresAt: lease.expiresAt });
    this.set({ lease });
  }

  async keepItem(item: OutboxItem): Promise<void> {
    await this.put('outbox', item.id, item);
    this.set({ outbox: inOrder([...this.state.outbox.filter(({ id }) => id !== item.id), item]) });
  }

  async dropItem(id: string): Promise<void> {
    const item = this.state.outbox.find((one) => one.id === id);
    await (await this.database()).delete('outbox', id);
    this.set({ outbox: this.state.outbox.filter((one) => one.id !== id) });
    await this.dropPhotos(item?.photos.map(({ sha256 }) => sha256) ?? []);
  }

  /** Of what has arrived only the newest are shown. */
  async forgetOld(): Promise<void> {
    const arrived = this.state.outbox.filter(({ state }) => state === 'received');
    for (const { id } of arrived.slice(0, -MOST_ARRIVED)) await this.dropItem(id);
  }

  async keepPhoto(content: ArrayBuffer): Promise<{ sha256: string; bytes: number }> {
    const sha256 = await sha256Of(content);
    const sealed = await this.opened().sealBytes(sha256, content);
    await (await this.database()).put('photos', sealed, sha256);
    return { sha256, bytes: content.byteLength };
  }

  async photo(sha256: string): Promise<ArrayBuffer | undefined> {
    const sealed = await (await this.database()).get('photos', sha256);
    return sealed && this.opened().openBytes(sha256, sealed);
  }

  /** Only those that no other note needs. */
  async dropPhotos(photos: readonly string[]): Promise<void> {
    const needed = new Set(this.state.outbox.flatMap((item) => item.photos.map(({ sha256 }) => sha256)));
    for (const sha256 of photos) if (!needed.has(sha256)) await (await this.database()).delete('photos', sha256);
  }

  async draft(caseId: string): Promise<VisitForm | undefined> {
    return (await this.get('drafts', caseId)) as VisitForm | undefined;
  }

  async keepDraft(caseId: string, form: VisitForm | undefined): Promise<void> {
    if (form === undefined) await (await this.database()).delete('drafts', caseId);
    else await this.put('drafts', caseId, form);
  }

  private async database(): Promise<FieldDb> {
    this.db ??= await openFieldDb();
    return this.db;
  }

  private async meta(): Promise<Meta | undefined> {
    return (await this.database()).get('meta', 'meta');
  }

  private async setMeta(change: Partial<Meta>): Promise<void> {
    const meta = await this.meta();
    if (meta !== undefined) await (await this.database()).put('meta', { ...meta, ...change }, 'meta');
  }

  private async put(store: SealedStore, key: string, value: unknown): Promise<void> {
    const sealed = await this.opened().seal(`${store}/${key}`, value);
    await (await this.database()).put(store, sealed, key);
  }

  private async get(store: SealedStore, key: string): Promise<unknown> {
    const sealed = await (await this.database()).get(store, key);
    return sealed && this.opened().open(`${store}/${key}`, sealed);
  }

  private async all(store: SealedStore): Promise<unknown[]> {
    const keys = await (await this.database()).getAllKeys(store);
    return Promise.all(keys.map((key) => this.get(store, key)));
  }

  private opened(): Vault {
    if (this.vault === undefined) throw new Error('the phone is locked');
    return this.vault;
  }
}

const inOrder = (items: readonly OutboxItem[]): OutboxItem[] =>
  items.toSorted((one, other) => one.writtenAt.localeCompare(other.writtenAt));

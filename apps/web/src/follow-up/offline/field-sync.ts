import { isPassing, ProblemError } from '../../api/problem';
import { download, PATIENCE_MS, renew, send, settle } from './field-calls';
import type { FieldConflict, HeldLease, OutboxItem } from './field-types';
import type { PhoneStore } from './phone-store';
import { sendPhotos } from './send-photos';
import { rulesOf } from './leased';

/** Many small notes go together, so that fifty of them need few round trips. */
const TOGETHER = 20;
const LOCK = 'amanah-field-sync';

/** The lease is over, by whatever way: the families' data leaves the phone, what was written stays. */
const OVER = [
  'FIELD_LEASE_ENDED',
  'FIELD_LEASE_EXPIRED',
  'FIELD_LEASE_UNKNOWN',
  'FIELD_DEVICE_FORGED',
  'POWER_MISSING',
];

/** Takes what the phone holds to the server and back. One at a time, also over several tabs. */
export class FieldSync {
  constructor(private readonly store: PhoneStore) {}

  /** New cases, and everything that was held before replaced. Throws nothing: what went wrong is the store's `problem`. */
  async download(deviceName: string): Promise<void> {
    await this.alone(async () => {
      const { device } = this.store;
      if (device === undefined) return;
      const before = Date.now();
      const lease = await download(device, deviceName);
      await this.store.keepLease({ ...lease, ...heardNow(lease.programmeNow, before) });
      await this.takeConflicts(lease.conflicts);
    });
    await this.run();
  }

  /** Renews the lease and sends what waits. A repeat, a kill and a second tab send nothing twice. */
  async run(): Promise<void> {
    await this.alone(async () => {
      const { lease } = this.store.snapshot();
      const { device } = this.store;
      if (lease === undefined || device === undefined) return;
      const before = Date.now();
      const { caseIds, conflicts, expiresAt, programmeNow, today } = await renew(lease.id, device);
      const stays = new Set(caseIds);
      const heard = heardNow(programmeNow, before);
      const cases = lease.cases.filter(({ id }) => stays.has(id));
      await this.store.keepLease({ ...lease, cases, expiresAt, programmeNow, today, conflicts, ...heard });
      await this.takeConflicts(conflicts);
      await this.sendAll(lease);
    });
  }

  /** By whoever wrote the second version. Photos that are to stand in the new visit go before it. */
  async settle(item: OutboxItem, choice: 'mine' | 'theirs'): Promise<void> {
    await this.alone(async () => {
      const { device } = this.store;
      if (device === undefined) return;
      const visit = item.conflict?.visit;
      if (choice === 'mine' && visit !== null && visit !== undefined) await sendPhotos(this.store, item, visit.taskId);
      const conflict = await settle(item.id, device, choice);
      await this.takeConflict(item, conflict);
    });
  }

  private async sendAll(lease: HeldLease): Promise<void> {
    const waiting = this.store.snapshot().outbox.filter(({ state }) => state === 'waiting');
    const ready: OutboxItem[] = [];
    for (const item of waiting) {
      const uploaded = item.photos.length === 0 ? item : await this.withPhotos(item);
      if (uploaded?.state === 'waiting') ready.push(uploaded);
    }
    for (let at = 0; at < ready.length; at += TOGETHER) await this.sendSome(lease, ready.slice(at, at + TOGETHER));
  }

  private async sendSome(lease: HeldLease, items: readonly OutboxItem[]): Promise<void> {
    const { device } = this.store;
    if (device === undefined) return;
    await this.showing(items, async () => {
      const results = await send(lease.id, device, items);
      for (const [at, item] of items.entries()) {
        const answer = results[at];
        if (answer === undefined) continue;
        const { code, message, receivedAt } = answer;
        const said = { code: code ?? undefined, message: message ?? undefined, receivedAt };
        if (answer.result === 'recorded') await this.received({ ...item, ...said });
        else if (answer.conflict !== null) await this.takeConflict({ ...item, ...said }, answer.conflict);
        else await this.store.keepItem({ ...item, ...said, state: 'refused' });
      }
    });
  }

  /** The item with its photos beside the task. One that is refused tells it; one that did not get through waits. */
  private async withPhotos(item: OutboxItem): Promise<OutboxItem | undefined> {
    try {
      return await this.showing([item], () => sendPhotos(this.store, item, item.taskId));
    } catch (error) {
      if (!(error instanceof ProblemError)) {
        this.store.set({ problem: '' });
        return undefined;
      }
      const { status, code, detail } = error.problem;
      if (status === 401 || OVER.includes(code) || isPassing(error)) throw error;
      // Somebody was first: the sync itself says so, with both versions.
      if (status === 409 || status === 404) return item;
      const refused = { ...item, state: 'refused', code, message: detail } as const;
      await this.store.keepItem(refused);
      return refused;
    }
  }

  private async received(item: OutboxItem): Promise<void> {
    const { lease } = this.store.snapshot();
    const isRestricted = rulesOf(lease, item.periodId).some((rule) => rule.finding === item.finding && rule.restricted);
    const arrived = { ...item, state: 'received', conflict: undefined, code: undefined, message: undefined } as const;
    // What has arrived is the office's: the phone keeps that it has, and of what presses a family not even what.
    await this.store.keepItem({ ...arrived, note: '', photos: [], finding: isRestricted ? '' : item.finding });
    await this.store.dropPhotos(item.photos.map(({ sha256 }) => sha256));
    await this.store.forgetOld();
    await this.store.keepDraft(item.caseId, undefined);
    await this.withoutCase(item.caseId);
  }

  /** What has been visited no longer lies on the phone by name and address. */
  private async withoutCase(caseId: string): Promise<void> {
    const { lease } = this.store.snapshot();
    if (lease === undefined) return;
    await this.store.keepLease({ ...lease, cases: lease.cases.filter(({ id }) => id !== caseId) });
  }

  private async takeConflicts(conflicts: readonly FieldConflict[]): Promise<void> {
    for (const item of this.store.snapshot().outbox) {
      const found = conflicts.find(({ id }) => id === item.id);
      if (found !== undefined) await this.takeConflict(item, found);
    }
  }

  private async takeConflict(item: OutboxItem, conflict: FieldConflict): Promise<void> {
    if (conflict.state === 'recorded') await this.received(item);
    else if (conflict.state === 'theirs') {
      await this.store.dropItem(item.id);
      await this.withoutCase(item.caseId);
    } else await this.store.keepItem({ ...item, state: 'conflict', conflict });
  }

  private async showing<Answer>(items: readonly OutboxItem[], work: () => Promise<Answer>): Promise<Answer> {
    this.store.set({ sending: new Set(items.map(({ id }) => id)) });
    try {
      return await work();
    } finally {
      this.store.set({ sending: new Set() });
    }
  }

  private async alone(work: () => Promise<void>): Promise<void> {
    await navigator.locks.request(LOCK, async () => {
      if (this.store.snapshot().stage !== 'open') return;
      await this.store.wipeExpired();
      this.store.set({ isBusy: true, problem: undefined });
      try {
        await work();
        this.store.set({ needsSignIn: false });
      } catch (error) {
        await this.failed(error);
      } finally {
        this.store.set({ isBusy: false });
      }
    });
  }

  private async failed(error: unknown): Promise<void> {
    if (!(error instanceof ProblemError)) {
      this.store.set({ problem: '' });
      return;
    }
    const { status, code, detail } = error.problem;
    if (status === 401) this.store.set({ needsSignIn: true });
    else if (OVER.includes(code)) {
      await this.store.wipeLease();
      this.store.set({ problem: detail });
    } else this.store.set({ problem: detail });
  }
}

/**
 * Half of the way there and back is taken for the way of the answer; a way that took longer than any request lasts is a clock that was
 * set meanwhile, and counts for nothing.
 */
function heardNow(programmeNow: string, sentAt: number): Pick<HeldLease, 'offsetMs' | 'contactAt'> {
  const now = Date.now();
  const took = now - sentAt;
  const wayBack = took >= 0 && took <= PATIENCE_MS ? Math.round(took / 2) : 0;
  return { offsetMs: Date.parse(programmeNow) + wayBack - now, contactAt: new Date(now).toISOString() };
}

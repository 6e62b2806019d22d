import { randomBytes, randomUUID } from 'node:crypto';
import type { Person, Told } from './api-client.js';

interface Lease {
  readonly id: string;
  readonly today: string;
  readonly cases: readonly LeasedCase[];
}
export interface LeasedCase {
  readonly id: string;
  readonly taskId: string;
  readonly artefactHash: string;
  readonly kpmCode: string;
}

/** A phone of the field before a running API: it keeps its own id, secret and clock. */
export class FieldPhone {
  readonly device = { id: randomUUID(), secret: randomBytes(32).toString('base64url') };
  lease: Lease = { id: randomUUID(), today: '', cases: [] };
  /** Minutes by which its clock is ahead. */
  ahead = 0;

  constructor(readonly person: Person) {}

  get now(): string {
    return new Date(Date.now() + this.ahead * 60_000).toISOString();
  }

  async download(): Promise<Told> {
    const { device, now: sentAt } = this;
    const answer = await this.person.post('/field/leases', { device, sentAt, deviceName: 'HP uji' });
    if (answer.status === 200) this.lease = answer.body as Lease;
    return answer;
  }

  /** A visit of a case, as it lies in the outbox. */
  visit(of: LeasedCase, more: object = {}) {
    const { id: caseId, taskId, artefactHash } = of;
    return {
      ...{ id: randomUUID(), kind: 'visit', caseId, taskId, artefactHash, writtenAt: this.now },
      ...{ finding: 'pin_forgotten', visitedOn: [this.lease.today], photos: [] as string[], ...more },
    };
  }

  sync(operations: readonly unknown[], more: object = {}): Promise<Told> {
    const { device, now: sentAt, lease } = this;
    return this.person.post('/field/sync', { device, sentAt, leaseId: lease.id, operations, ...more });
  }

  /** What became of each item. */
  async results(operations: readonly unknown[]): Promise<Result[]> {
    const { status, body } = await this.sync(operations);
    if (status !== 200) throw new Error(`sync answered ${status}`);
    return (body as { results: Result[] }).results;
  }

  act(path: string, more: object = {}): Promise<Told> {
    const { device, now: sentAt } = this;
    return this.person.post(path, { device, sentAt, ...more });
  }
}

export interface Result {
  readonly id: string | null;
  readonly result: 'recorded' | 'conflict' | 'refused';
  readonly code: string | null;
  readonly message: string | null;
  readonly conflict: { readonly id: string; readonly mine: object; readonly theirs: object | null } | null;
}

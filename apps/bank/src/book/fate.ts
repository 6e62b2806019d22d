import { hash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { addCalendarDays } from '#domain';
import type { Rates } from '../settings.js';

const FULL = 2 ** 32;
/** Below this many families a share that rounds to nobody stays nobody; above it, everything happens at least once. */
const SMALLEST_SAMPLE = 1000;
const ON_TIME_DAYS = 15;
const LATE_FROM_DAY = 31;
const LATE_DAYS = 60;

/** Reasons of rejection and how often, out of a hundred. */
const REASONS: readonly (readonly [code: string, below: number])[] = [
  ['AC03', 0.25],
  ['AC04', 0.5],
  ['AC06', 0.65],
  ['BE01', 0.9],
  ['MD07', 1],
];

/** And of money that is held: the invitation does not reach the family, the card names another person, the person has died. */
const REASONS_OF_HELD: typeof REASONS = [
  ['BE04', 0.5],
  ['BE01', 0.75],
  ['MD07', 1],
];

/** Three numbers from 0 to 1 that an EndToEndId always has under a seed: what befalls it is decided by them alone. */
export function drawLots(seed: string, endToEndId: string): { fate: number; habit: number; timing: number } {
  const digest = hash('sha256', `${seed}|${endToEndId}`, 'buffer');
  const at = (offset: number) => digest.readUInt32BE(offset) / FULL;
  return { fate: at(0), habit: at(4), timing: at(8) };
}

/** How many of a number a rate stands for. */
export function shareOf(count: number, rate: number): number {
  const share = Math.round(count * rate);
  return share === 0 && rate > 0 && count >= SMALLEST_SAMPLE ? 1 : share;
}

const reasonFor = ({ timing, held }: Pick<Drawn, 'timing' | 'held'>): string =>
  (held === 1 ? REASONS_OF_HELD : REASONS).find(([, below]) => timing < below)?.[0] ?? 'MD07';

/** The day a family that transacts in time does so: within two weeks of the credit. */
export function usualTransactionDay(creditedOn: string, timing: number): string {
  return addCalendarDays(creditedOn, Math.floor(timing * ON_TIME_DAYS));
}

interface Drawn {
  readonly id: number;
  readonly habit: number;
  readonly timing: number;
  /** 1 for money that waits for a person to call. */
  readonly held: number;
  /** The day of its block, on which it is credited. */
  readonly creditedOn: string;
}

function drawn(db: DatabaseSync, messageId: string, by: 'fate' | 'habit', limit: number): Drawn[] {
  const rows = db
    .prepare(
      `SELECT id, habit, timing, held, execution_date AS creditedOn FROM instruction JOIN payment_block USING (message_id)
        WHERE message_id = ? AND position = block AND status = 'ACSC' ORDER BY ${by}, id LIMIT ?`,
    )
    .all(messageId, limit);
  return rows as unknown as Drawn[];
}

/** A bank has no counter at which it could hold money for a person: AG03, a transaction it does not support. */
export function refuseHeld(db: DatabaseSync, messageId: string): void {
  db.prepare(`UPDATE instruction SET status = 'RJCT', reason = 'AG03' WHERE message_id = ? AND held = 1`).run(
    messageId,
  );
}

/** Decides the outcome of an order's instructions: exactly the stated shares, in the order of their lots. */
export function decideOutcomes(db: DatabaseSync, messageId: string, count: number, rates: Rates): void {
  const shares = [rates.reject, rates.pending, rates.absent].map((rate) => shareOf(count, rate));
  const [rejected = 0, pending = 0, absent = 0] = shares;
  const update = db.prepare('UPDATE instruction SET status = ?, reason = ?, first_report = ? WHERE id = ?');
  drawn(db, messageId, 'fate', rejected + pending + absent).forEach((lot, rank) => {
    const { id, habit } = lot;
    if (rank < rejected) {
      update.run('RJCT', reasonFor(lot), 'FINAL', id);
      return;
    }
    // What hangs is credited in the end, but for one in ten.
    const isRejectedLater = habit < 0.1;
    const firstReport = rank < rejected + pending ? 'PENDING' : 'ABSENT';
    update.run(isRejectedLater ? 'RJCT' : 'ACSC', isRejectedLater ? reasonFor(lot) : null, firstReport, id);
  });
}

/** Decides which credited families do not transact, and which of those do after a month. */
export function decideHabits(db: DatabaseSync, messageId: string, rates: Rates): void {
  const credited = db
    .prepare(`SELECT count(*) AS count FROM instruction WHERE message_id = ? AND status = 'ACSC'`)
    .get(messageId)?.['count'];
  const silent = shareOf(Number(credited), rates.notTransacted);
  const late = Math.round(silent * rates.lateTransaction);
  const update = db.prepare('UPDATE instruction SET transacted_on = ? WHERE id = ?');
  drawn(db, messageId, 'habit', silent).forEach(({ id, timing, creditedOn }, rank) => {
    const days = LATE_FROM_DAY + Math.floor(timing * LATE_DAYS);
    update.run(rank < late ? addCalendarDays(creditedOn, days) : null, id);
  });
}

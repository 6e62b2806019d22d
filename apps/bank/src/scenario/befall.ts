import { hash } from 'node:crypto';
import type { Bank } from '../bank.js';
import { shareOf } from '../book/fate.js';
import { INSTRUCTION_FAULTS, type InstructionFault, type OrderFault } from './scenario.js';

interface Portion {
  readonly share?: number | undefined;
  readonly count?: number | undefined;
}

/** How many of these a fault befalls. */
export function portionOf(total: number, { share = 0, count }: Portion): number {
  return count ?? shareOf(total, share);
}

/** Whether a fault befalls an order: always the same under a seed. */
export function befalls(bank: Bank, fault: OrderFault, messageId: string): boolean {
  const given = bank.faults[fault];
  if (!given) return false;
  const lot = hash('sha256', `${bank.seed}|${fault}|${messageId}`, 'buffer').readUInt32BE(0) / 2 ** 32;
  return lot < given.share;
}

/** Of those that would go well, the ones with the highest lots: no instruction has two faults. */
function mark(bank: Bank, messageId: string, fault: InstructionFault, limit: number): void {
  const byRupiah = bank.faults['amount-changed']?.byRupiah ?? 0;
  bank.book.db
    .prepare(
      `UPDATE instruction SET fault = ?, stated_rupiah = CASE ? WHEN 'amount-changed' THEN max(1, amount_rupiah + ?) END
        WHERE id IN (SELECT id FROM instruction
                      WHERE message_id = ? AND status = 'ACSC' AND first_report = 'FINAL' AND fault IS NULL
                      ORDER BY fate DESC, id LIMIT ?)`,
    )
    .run(fault, fault, byRupiah, messageId, limit);
}

/** Marks the instructions of an order that the scenario's faults befall, once, when it is taken in. */
export function markFaults(bank: Bank, messageId: string, count: number): void {
  for (const fault of INSTRUCTION_FAULTS) {
    const given = bank.faults[fault];
    if (given) mark(bank, messageId, fault, portionOf(count, given));
  }
}

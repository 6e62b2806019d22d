import type { EntityManager } from 'typeorm';
import { addCalendarDays } from '#domain';
import {
  type BankFileKind,
  BreakRepository,
  type PaymentOrderRow,
  PeriodRepository,
  ProgrammeClockRepository,
} from '#persistence';
import { tellOfBreaks } from './tell-of-arrival.js';

/** What a bank wrote in place of the answer, boiled down to a code: its text is a stranger's. */
export const refusalCodeIn = (text: string): string =>
  /^(?<code>[A-Z_]{2,33}\d{0,2})\r?(?:\n|$)/.exec(text)?.groups?.['code'] ?? 'REFUSED';

/**
 * The bank could not use a file of ours, and no answer will come: at once a break of the order for people, where silence would be one only
 * after its days. A repeat opens none beside it.
 */
export async function noteRefusalOfOurs(
  manager: EntityManager,
  order: PaymentOrderRow,
  { kind, reason }: { readonly kind: BankFileKind; readonly reason: string },
): Promise<void> {
  const policy = await new PeriodRepository(manager).policyOf(order.periodId);
  const today = await new ProgrammeClockRepository(manager).today();
  const dueOn = addCalendarDays(today, policy.count('break.settle_days'));
  const isNew = await new BreakRepository(manager).openOfOrder(order.id, {
    ...{ type: 'late', endToEndId: kind, reason, dueOn },
  });
  if (isNew) await tellOfBreaks(manager, order.id);
}

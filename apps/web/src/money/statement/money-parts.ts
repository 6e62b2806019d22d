import type { Entitlement, Statement } from '../../api/schemas';

export const PARTS = ['transacted', 'notTransacted', 'pending', 'failed', 'unreconciled', 'unallocated'] as const;
export type MoneyPart = (typeof PARTS)[number];

/** The second identity: what was credited, and what has become of it. */
export const CREDITED_PARTS = ['withdrawn', 'held', 'returned'] as const satisfies (keyof Statement)[];

/** States of the families behind each part; unallocated money has none. */
export const STATES_OF: Readonly<
  Partial<Record<MoneyPart | (typeof CREDITED_PARTS)[number], readonly Entitlement['state'][]>>
> = {
  transacted: ['transacted'],
  notTransacted: ['not_transacted', 'held', 'returned'],
  pending: ['decreed', 'ordered', 'credited'],
  failed: ['failed'],
  unreconciled: ['unreconciled'],
  withdrawn: ['transacted'],
  held: ['credited', 'not_transacted', 'held'],
  returned: ['returned'],
};

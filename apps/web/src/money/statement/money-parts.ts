import type { Entitlement, Statement } from '../../api/schemas';

export const PARTS = ['transacted', 'notTransacted', 'pending', 'failed', 'unreconciled', 'unallocated'] as const;
export type MoneyPart = (typeof PARTS)[number];

/** What was allocated, and the parts that it is made of. */
export type Allotted = Pick<Statement, 'allocated' | MoneyPart>;

/** The second identity: what was credited, and what has become of it. */
export const CREDITED_PARTS = ['withdrawn', 'held', 'returned'] as const satisfies (keyof Statement)[];

/** Every difference of a statement: of the two identities, and of the ledger with the families' rows. */
export const differencesOf = (statement: Statement): readonly Statement['allocated'][] =>
  [
    { families: statement.firstDifferenceFamilies, amountRupiah: statement.firstDifferenceRupiah },
    { families: statement.secondDifferenceFamilies, amountRupiah: statement.secondDifferenceRupiah },
    ...statement.ledgerDifferences,
  ].filter(({ families, amountRupiah }) => families !== 0 || amountRupiah !== '0');

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

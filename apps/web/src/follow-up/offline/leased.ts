import type { FieldFinding, HeldLease } from './field-types';

const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta' });

/** The programme's day by the phone's clock and what the server last said of the difference. */
export const programmeDay = ({ offsetMs }: Pick<HeldLease, 'offsetMs'>): string =>
  DAY.format(new Date(Date.now() + offsetMs));

/** What can be found in a period. */
export const rulesOf = (lease: HeldLease | undefined, periodId: string): readonly FieldFinding[] =>
  lease?.findings.find((one) => one.periodId === periodId)?.rules ?? [];

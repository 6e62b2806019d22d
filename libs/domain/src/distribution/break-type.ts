/**
 * What two people may decide about a difference, once the bank was asked. Each says what becomes of the family's money:
 * it was credited; it was not, and may be paid again; it was used, or not; it is in the treasury; the bank was asked once more; nothing more is
 * expected of the bank, and each instruction is settled by itself; or an explanation that moves nothing.
 */
export const BREAK_RESOLUTIONS = [
  'credited',
  'failed',
  'transacted',
  'not_transacted',
  'returned',
  'asked_again',
  'one_by_one',
  'explained',
] as const;
export type BreakResolution = (typeof BREAK_RESOLUTIONS)[number];

/** Which of the bank's files speaks of it: a report on credits has nothing to say about use. What a `family` says no file settles. */
export type BreakMatter = 'status' | 'usage' | 'return' | 'order' | 'family';

export interface BreakRule {
  readonly matter: BreakMatter;
  /** A later file that says one thing settles it; until its deadline people need not. */
  readonly healsItself: boolean;
  readonly resolutions: readonly BreakResolution[];
}

const CREDIT = { matter: 'status', healsItself: true, resolutions: ['credited', 'failed'] } as const;
const USE = { matter: 'usage', healsItself: true, resolutions: ['transacted', 'not_transacted'] } as const;

/** Every way in which the bank's word and our books can differ. */
export const BREAK_RULES = {
  /** The bank's report leaves out an instruction of ours. */
  unmatched_internal: CREDIT,
  /** Another amount than ordered, or none. */
  amount_mismatch: CREDIT,
  /** The same words twice in one file. */
  duplicate: CREDIT,
  /** Different words in one file. */
  conflict: CREDIT,
  /** It was refused, and later it is said to be paid. */
  changed_answer: { ...CREDIT, healsItself: false },
  /** It was refused and another instruction took its place; later it is said to be paid, too. */
  paid_twice: { ...CREDIT, healsItself: false, resolutions: ['explained'] },
  /** It was paid, and came back. */
  later_return: { ...CREDIT, healsItself: false, resolutions: ['failed', 'credited'] },
  /** The bank speaks of an instruction that is not ours. */
  unmatched_external: { matter: 'status', healsItself: false, resolutions: ['explained'] },
  /** An answer for the whole order that is not about this order as it is. */
  order_answer: { matter: 'order', healsItself: false, resolutions: ['explained'] },
  /** The bank has not answered by the day on which an answer was due; its answer settles it, too. */
  late: { matter: 'order', healsItself: false, resolutions: ['asked_again', 'one_by_one'] },
  /** Credited, and no word on its use. */
  use_unknown: USE,
  /** Contradicting words on use in one file. */
  use_conflict: USE,
  /** The usage report knows another credit than the order. */
  use_amount: USE,
  /** Used before the credit, or after the day of the report. */
  use_date: USE,
  /** Used although no credit is confirmed: usage alone credits nobody. */
  used_before_credit: { ...USE, resolutions: ['explained'] },
  /** Reported credited, nothing withdrawn and nothing there: not the family's doing. */
  empty_account: USE,
  /** Withdrawn and left over do not add up to the credit. */
  balance_difference: { ...USE, resolutions: ['transacted', 'not_transacted', 'explained'] },
  /** It was used, and a later report says that it was not. */
  use_withdrawn: { ...USE, healsItself: false, resolutions: ['explained'] },
  /** Reported credited, and the family says that nothing came. */
  denied_credit: {
    ...{ matter: 'family', healsItself: false },
    resolutions: ['failed', 'transacted', 'not_transacted', 'explained'],
  },
  /** Reported used, and the family says that it was not by them. The money is gone: only an explanation is left to give. */
  denied_use: { matter: 'family', healsItself: false, resolutions: ['explained'] },
  /** The bank could not take the frozen money back. */
  debit_refused: { matter: 'return', healsItself: true, resolutions: ['transacted', 'returned', 'asked_again'] },
  /** The treasury's receipts are not what the families' rows add up to. */
  deposit_difference: { matter: 'return', healsItself: true, resolutions: ['explained', 'asked_again'] },
} as const satisfies Record<string, BreakRule>;

export type BreakType = keyof typeof BREAK_RULES;
export const BREAK_TYPES = Object.keys(BREAK_RULES) as BreakType[];

export const breakRule = (type: BreakType): BreakRule => BREAK_RULES[type];

/**
 * How a break may be settled. Without the treasury's receipt no return is settled one by one: about it the bank can only be
 * asked again. `about` is the instruction, or of a whole answer its matter.
 */
export const resolutionsOf = (type: BreakType, about: string): BreakResolution[] =>
  breakRule(type).resolutions.filter((resolution) => resolution !== 'one_by_one' || about !== 'return');

/** Types that a file of this matter settles when it no longer finds them. */
export const breaksOf = (matter: BreakMatter): BreakType[] =>
  BREAK_TYPES.filter((type) => breakRule(type).matter === matter && type !== 'unmatched_external');

/** Types that wait for people from the first day. */
export const BREAKS_FOR_PEOPLE = BREAK_TYPES.filter((type) => !breakRule(type).healsItself);

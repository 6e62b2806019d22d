interface Meaning {
  /** The bank's fault is never followed up with a family. */
  readonly fault: 'family' | 'bank';
  /** Once it stands, the family gets no aid: a second person confirms it. */
  readonly costsAid: boolean;
}

/** Why a card was not handed over. Every such card has one, or somebody looks for it. */
const REASONS = {
  able: { fault: 'family', costsAid: true },
  refused: { fault: 'family', costsAid: true },
  died: { fault: 'family', costsAid: true },
  moved: { fault: 'family', costsAid: true },
  under_age: { fault: 'family', costsAid: false },
  not_found: { fault: 'family', costsAid: true },
  damaged: { fault: 'bank', costsAid: false },
  not_received: { fault: 'bank', costsAid: false },
} as const satisfies Record<string, Meaning>;

export type CardReason = keyof typeof REASONS;
export const CARD_REASONS = Object.keys(REASONS) as [CardReason, ...CardReason[]];

export const isBanksFault = (reason: CardReason): boolean => REASONS[reason].fault === 'bank';
export const costsAid = (reason: CardReason): boolean => REASONS[reason].costsAid;

/** What became of a follow-up case of a card. */
export const CARD_CASE_ENDS = ['handed_over', 'confirmed', 'reasoned', 'bank', 'new_day'] as const;
export type CardCaseEnd = (typeof CARD_CASE_ENDS)[number];

export interface CardToFollow {
  readonly state: string;
  readonly reason: CardReason | '';
  readonly isConfirmed: boolean;
  /** Its day has passed. */
  readonly isLate: boolean;
}

/**
 * Whether somebody has to look for the family of a card: it was not handed over and nobody has said why, or the day has passed without a word.
 * A card that the bank still has, or that was bad, is the bank's to answer for.
 */
export function needsCase({ state, reason, isConfirmed, isLate }: CardToFollow): boolean {
  if (state === 'at_place') return isLate;
  if (state !== 'not_handed_over' && state !== 'returned') return false;
  return reason === '' || (costsAid(reason) && !isConfirmed);
}

/** What an open case ends with; undefined while it stays open. */
export function endOfCase(card: CardToFollow): CardCaseEnd | undefined {
  const { state, reason, isConfirmed } = card;
  if (state === 'handed_over') return 'handed_over';
  if (state === 'printed' || state === 'at_branch') return 'bank';
  if (state === 'at_place') return card.isLate ? undefined : 'new_day';
  if (reason === '') return undefined;
  if (isBanksFault(reason)) return 'bank';
  if (!costsAid(reason)) return 'reasoned';
  return isConfirmed ? 'confirmed' : undefined;
}

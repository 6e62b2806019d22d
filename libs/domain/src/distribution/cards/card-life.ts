/** Who has to bring a card out of a state: the bank that made it, or the kelurahan at which it is handed over. */
export type CardKeeper = 'bank' | 'place';

interface Stay {
  readonly next: readonly string[];
  /** Null at an end. */
  readonly keeper: CardKeeper | null;
  /** The rule of the programme that says within how many working days it leaves; null at an end. */
  readonly within: string | null;
}

/**
 * The life of a debit card. A bank's file says where cards are, not every step in between, so a card may be found further on. A family
 * that comes late is handed its card after all; a card that was handed over is destroyed only where another one takes its place.
 */
const LIFE = {
  printed: {
    next: ['at_branch', 'at_place', 'handed_over', 'not_handed_over', 'destroyed'],
    ...{ keeper: 'bank', within: 'cards.branch_days' },
  },
  at_branch: {
    next: ['at_place', 'handed_over', 'not_handed_over', 'destroyed'],
    ...{ keeper: 'bank', within: 'cards.send_days' },
  },
  at_place: {
    next: ['handed_over', 'not_handed_over', 'returned'],
    ...{ keeper: 'place', within: 'cards.hand_over_days' },
  },
  not_handed_over: {
    next: ['at_place', 'handed_over', 'returned'],
    ...{ keeper: 'bank', within: 'cards.return_days' },
  },
  handed_over: { next: ['destroyed'], keeper: null, within: null },
  returned: { next: ['at_branch', 'at_place', 'destroyed'], ...{ keeper: 'bank', within: 'cards.destroy_days' } },
  destroyed: { next: [], keeper: null, within: null },
} as const satisfies Record<string, Stay>;

export type CardState = keyof typeof LIFE;
export const CARD_STATES = Object.keys(LIFE) as [CardState, ...CardState[]];

/** Whether a card may go from one state into the other. */
export const cardMayBecome = (from: CardState, to: CardState): boolean =>
  (LIFE[from].next as readonly CardState[]).includes(to);

/** Who has to bring it on; null where nobody has to. */
export const keeperOf = (state: CardState): CardKeeper | null => LIFE[state].keeper;

/** The rule of how many working days it may stay so; null at an end. */
export const stayRuleOf = (state: CardState) => LIFE[state].within;

/** Of two things said of one day, the one earlier in the life came first. */
export const cardRank = (state: CardState): number => CARD_STATES.indexOf(state);

/** States that only the bank can say, and those that the office at which the card lies says. */
export const SAID_BY_BANK = ['at_branch', 'at_place', 'returned', 'destroyed'] as const satisfies CardState[];
export const SAID_BY_PLACE = ['handed_over', 'not_handed_over'] as const satisfies CardState[];

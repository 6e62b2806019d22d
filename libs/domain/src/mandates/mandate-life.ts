/** Where a mandate stands. `granted` is offered and not yet answered; only an `accepted` one carries decisions. */
export const MANDATE_STATES = [
  'granted',
  'accepted',
  'suspended',
  'revoked',
  'expired',
  'returned',
  'refused',
] as const;
export type MandateState = (typeof MANDATE_STATES)[number];

/** What moves a mandate from one state to another; `granted` and `used` are events too, but move nothing. */
export const MANDATE_MOVES = ['accepted', 'refused', 'suspended', 'resumed', 'revoked', 'expired', 'returned'] as const;
export type MandateMove = (typeof MANDATE_MOVES)[number];

interface MoveRule {
  readonly from: readonly MandateState[];
  readonly to: MandateState;
  /** Whose act it is; the calendar's where nobody acts. */
  readonly by: 'grantor' | 'grantee' | 'calendar';
  readonly needsReason: boolean;
}

const LIVE: readonly MandateState[] = ['granted', 'accepted', 'suspended'];

/** The life of a mandate, whole: whatever is not listed here cannot happen. */
export const MANDATE_LIFE: Readonly<Record<MandateMove, MoveRule>> = {
  accepted: { from: ['granted'], to: 'accepted', by: 'grantee', needsReason: false },
  refused: { from: ['granted'], to: 'refused', by: 'grantee', needsReason: true },
  suspended: { from: ['accepted'], to: 'suspended', by: 'grantor', needsReason: true },
  resumed: { from: ['suspended'], to: 'accepted', by: 'grantor', needsReason: true },
  revoked: { from: LIVE, to: 'revoked', by: 'grantor', needsReason: true },
  expired: { from: LIVE, to: 'expired', by: 'calendar', needsReason: false },
  returned: { from: ['accepted', 'suspended'], to: 'returned', by: 'grantee', needsReason: true },
};

/** Offered or in force, also while suspended: it binds its part of the parent's ceiling. */
export const isLive = (state: MandateState): boolean => LIVE.includes(state);

/** The state after a move, or undefined where the move is impossible from here. */
export function stateAfter(state: MandateState, move: MandateMove): MandateState | undefined {
  const { from, to } = MANDATE_LIFE[move];
  return from.includes(state) ? to : undefined;
}

/** The moves that one side may make now, in the order of the table. */
export function movesFrom(state: MandateState, by: MoveRule['by']): readonly MandateMove[] {
  return MANDATE_MOVES.filter((move) => MANDATE_LIFE[move].by === by && MANDATE_LIFE[move].from.includes(state));
}

/** What holds for the end of a chain: the first mandate from the top that is not in force, or `accepted`. */
export function stateOfChain(fromTheTop: readonly MandateState[]): MandateState {
  return fromTheTop.find((state) => state !== 'accepted') ?? 'accepted';
}

/** What the family itself says of the aid of the period. */
export const RECEIPTS = ['received', 'not_received', 'with_issues'] as const;
export type Receipt = (typeof RECEIPTS)[number];

export const SPOT_ANSWERS = ['yes', 'no', 'unknown'] as const;
export type SpotAnswer = (typeof SPOT_ANSWERS)[number];

/** Why nobody of a family could be spoken to. */
export const UNREACHED_REASONS = ['away', 'moved', 'died', 'not_found', 'refused', 'unsafe'] as const;
export type UnreachedReason = (typeof UNREACHED_REASONS)[number];

export const SPOT_CHECK_STATES = ['drawn', 'closed'] as const;
export type SpotCheckState = (typeof SPOT_CHECK_STATES)[number];

/** What is estimated: each question by itself, and money that was used for food, by the family itself, at a fair price. */
export const SPOT_MEASURES = ['received', 'used_for_food', 'own_control', 'fair_price', 'all_three'] as const;
export type SpotMeasure = (typeof SPOT_MEASURES)[number];

/** Whose fault it is that a credited family did not use its money; audits ask to keep the four apart. */
export type Fault = 'family' | 'bank' | 'data' | 'central';

export type CaseOutcome = 'keeps_money' | 'returns_money';

interface FindingRule {
  readonly group: 'card' | 'moved' | 'health' | 'death' | 'access' | 'other';
  readonly fault: Fault;
  /** What the city would normally decide; it may decide otherwise. */
  readonly suggests: CaseOutcome;
}

/** What a TKSK can find at the door; codes follow the reasons in BPK audits and bank lists. */
export const FINDINGS = {
  pin_blocked: { group: 'card', fault: 'bank', suggests: 'keeps_money' },
  pin_forgotten: { group: 'card', fault: 'family', suggests: 'keeps_money' },
  card_lost: { group: 'card', fault: 'family', suggests: 'keeps_money' },
  card_not_received: { group: 'card', fault: 'bank', suggests: 'returns_money' },
  balance_zero: { group: 'card', fault: 'central', suggests: 'keeps_money' },
  moved_inside_city: { group: 'moved', fault: 'family', suggests: 'keeps_money' },
  moved_away: { group: 'moved', fault: 'family', suggests: 'returns_money' },
  not_found: { group: 'moved', fault: 'data', suggests: 'returns_money' },
  ill_or_elderly: { group: 'health', fault: 'family', suggests: 'keeps_money' },
  deceased_with_heir: { group: 'death', fault: 'family', suggests: 'keeps_money' },
  deceased_without_heir: { group: 'death', fault: 'family', suggests: 'returns_money' },
  agent_too_far: { group: 'access', fault: 'bank', suggests: 'keeps_money' },
  device_failed: { group: 'access', fault: 'bank', suggests: 'keeps_money' },
  not_informed: { group: 'other', fault: 'central', suggests: 'keeps_money' },
  no_longer_poor: { group: 'other', fault: 'data', suggests: 'returns_money' },
  refused: { group: 'other', fault: 'family', suggests: 'returns_money' },
} as const satisfies Record<string, FindingRule>;

export type Finding = keyof typeof FINDINGS;
export const FINDING_CODES = Object.keys(FINDINGS) as Finding[];

/**
 * An open case waits for a visit, then for the city's decision; `used` ended because the family used its money meanwhile;
 * a lapsed one ran out of time without a decision.
 */
export type CaseState = 'to_visit' | 'to_decide' | 'decided' | 'used' | 'lapsed';

/** What has become of a case's money, read from the ledger's state of it and never from what was decided. */
export type CaseMoney = 'in_account' | 'used' | 'held' | 'returned' | 'returned_though_kept';

/** What costs a family its aid beyond this period: later lists name it as left out. */
export const CASE_SANCTION_KINDS = ['suspend', 'exclude'] as const;
export type CaseSanctionKind = (typeof CASE_SANCTION_KINDS)[number];

/**
 * Proposed by who decided the case, verified by a second person, open to objection until a day, and only then in force. An objection
 * stops it until somebody decides who had no hand in it: rejected it is in force, upheld it is lifted.
 */
const NEXT = {
  proposed: ['verified', 'refused', 'lapsed'],
  verified: ['objected', 'in_force'],
  objected: ['in_force', 'lifted'],
  in_force: ['lifted'],
  refused: [],
  lapsed: [],
  lifted: [],
} as const satisfies Record<string, readonly string[]>;

export type CaseSanctionState = keyof typeof NEXT;
export const CASE_SANCTION_STATES = Object.keys(NEXT) as CaseSanctionState[];

/** Whether a sanction may go from one state into the other. */
export const sanctionMayBecome = (from: CaseSanctionState, to: CaseSanctionState): boolean =>
  (NEXT[from] as readonly CaseSanctionState[]).includes(to);

interface Hands {
  readonly decidedBy: string;
  readonly verifiedBy: string | null;
}

/** Nobody verifies or refuses their own decision. */
export const isSecondHand = ({ decidedBy }: Hands, officerId: string): boolean => officerId !== decidedBy;

/** Who answers an objection, or lifts what is in force, has neither decided nor verified it. */
export const hadNoHand = ({ decidedBy, verifiedBy }: Hands, officerId: string): boolean =>
  officerId !== decidedBy && officerId !== verifiedBy;

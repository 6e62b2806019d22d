import type { Role } from '../organisation/role.js';
import type { MandatePower, StageName } from './stages.js';

export type Outcome = 'submitted' | 'approved' | 'returned' | 'refused';

/** In which capacity a person signs. Within one chain of signatures a person signs in one capacity only. */
export type Capacity = 'prepare' | 'verify' | 'endorse' | 'supervise' | 'confirm' | 'approve';

/** What chain of signatures a task belongs to; four-eyes holds inside one chain. */
export type Chain =
  | 'allocation'
  | 'quota'
  | 'mandate'
  | 'roster'
  | 'decree'
  | 'order'
  | 'repair'
  | 'breaks'
  | 'doubts'
  | 'case'
  | 'return'
  | 'report';

/** What a task is about: what its subject's id names. */
export const SUBJECT_TYPES = [
  'period',
  'quota',
  'mandate',
  'roster',
  'decree',
  'order',
  'case',
  'return',
  'report',
] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];
/** Those for which a workflow opens one task at a time; the tasks of cases are opened by their desk, all at once. */
export type OpenedSubject = Exclude<SubjectType, 'case'>;

/**
 * What a decision settles. Quota, budget and posts are strategic (UU 30/2014 Art. 14 (7)): an acting officer, or one
 * with a mandate, does not settle them. Law is a decree or a mandate, treasury is money that goes back.
 */
export type Matter = 'quota' | 'budget' | 'posts' | 'law' | 'treasury' | 'field' | 'report';

/** The word on the button that approves. */
export type ApprovingVerb = 'approved' | 'endorse' | 'decree' | 'accept';

/** What is given with a decision, beside the outcome; see DECISION_CHECKS for what else must be true. */
export type Asked =
  'finding' | 'case-outcome' | 'consent-to-leave-out' | 'kelurahan-to-return' | 'sp2d-number' | 'nothing';

/** Every column is required: a kind for which somebody forgot to decide does not compile. */
export interface TaskRule {
  readonly stage: StageName;
  readonly role: Role;
  readonly capacity: Capacity;
  readonly chain: Chain;
  readonly subject: SubjectType;
  readonly matter: Matter;
  readonly outcomes: readonly Outcome[];
  /** Policy key of the completion deadline, in working days. */
  readonly dueDays: string;
  /** What "returned" may name as the stage to go back to. */
  readonly returnTo: readonly StageName[];
  /** Many may be decided in one request, all alike; never a decree, a payment order, a return or a closure. */
  readonly bulkDecidable: boolean;
  /** May be left out, with a reason, because the stage stands without it; never where law or money moves. */
  readonly skippable: boolean;
  /** The ministry may freeze its decisions for some days. */
  readonly freezable: boolean;
  /**
   * Only the office itself may ever sign, however late it is: PPK, KPA and treasurer are kept apart by law (UU 1/2004,
   * PMK 254/2015), and a mandate is accepted by whoever receives it (UU 30/2014).
   */
  readonly ownOfficeOnly: boolean;
  /** The power of a slice under which it is worked on; null where no slice reaches: the ministry's tasks, the city's own files. */
  readonly mandatePower: MandatePower | null;
  /** Its approval uses quota of the city's mandate. A payment order carries its decree's id, so that both count once. */
  readonly drawsOnMandate: boolean;
  readonly verb: ApprovingVerb;
  readonly asks: Asked;
  /** The officer makes the paper in the task, so its newest state is what they have seen; elsewhere a change must be looked at first. */
  readonly madeInTask: boolean;
}

/**
 * The life of a complaint. `waiting` stops its clock until a day, for a reason that is shown; `proposed` is an answer that waits for a second
 * person; `answered` may be appealed against until a day, and is `final` after it; `decided` is the answer to an appeal.
 * `merged` repeats another complaint and has the answer of that one. Nothing ends without an answer.
 */
const NEXT = {
  received: ['in_work', 'waiting', 'proposed', 'answered', 'merged'],
  in_work: ['waiting', 'proposed', 'answered', 'merged'],
  waiting: ['in_work', 'merged'],
  proposed: ['answered', 'in_work'],
  // What it set going came to nothing: another answer is owed.
  answered: ['appealed', 'final', 'in_work'],
  appealed: ['decided'],
  final: [],
  decided: [],
  merged: [],
} as const satisfies Record<string, readonly string[]>;

export type ComplaintState = keyof typeof NEXT;
export const COMPLAINT_STATES = Object.keys(NEXT) as [ComplaintState, ...ComplaintState[]];

/** Whether a complaint may go from one state into the other. */
export const complaintMayBecome = (from: ComplaintState, to: ComplaintState): boolean =>
  (NEXT[from] as readonly ComplaintState[]).includes(to);

/** Somebody owes an answer by a day, and an office above is told when it passes. */
export const OWES_ANSWER = ['received', 'in_work', 'proposed', 'appealed'] as const satisfies ComplaintState[];

/** Nothing is to be done any more; what is answered can still be appealed against. */
export const COMPLAINT_CLOSED = ['answered', 'final', 'decided', 'merged'] as const satisfies ComplaintState[];
export const isClosedComplaint = (state: ComplaintState): boolean =>
  (COMPLAINT_CLOSED as readonly ComplaintState[]).includes(state);

/** For whom a complaint waits while its clock stands. */
export const WAITING_FOR = ['applicant', 'bank', 'register', 'other_office', 'visit'] as const;
export type WaitingFor = (typeof WAITING_FOR)[number];

/** What an answer says, so that answers can be counted. */
export const COMPLAINT_OUTCOMES = ['granted', 'partly', 'rejected', 'informed', 'not_ours'] as const;
export type ComplaintOutcome = (typeof COMPLAINT_OUTCOMES)[number];

/** What an appeal comes to: the answer stands, or another takes its place. */
export const APPEAL_RESULTS = ['upheld', 'changed'] as const;
export type AppealResult = (typeof APPEAL_RESULTS)[number];

/** What the citizen reads; how an office works on it is nobody else's. */
export const COMPLAINT_STAGES = ['received', 'in_work', 'waiting', 'answered', 'appealed', 'closed'] as const;
export type ComplaintStage = (typeof COMPLAINT_STAGES)[number];

const STAGE_OF = {
  received: 'received',
  in_work: 'in_work',
  waiting: 'waiting',
  proposed: 'in_work',
  answered: 'answered',
  appealed: 'appealed',
  final: 'closed',
  decided: 'closed',
  merged: 'in_work',
} as const satisfies Record<ComplaintState, ComplaintStage>;

export const stageOfComplaint = (state: ComplaintState): ComplaintStage => STAGE_OF[state];

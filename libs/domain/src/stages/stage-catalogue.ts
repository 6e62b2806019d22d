import type { Role } from '../organisation/role.js';

/** The twelve stages of a payment period in the order of the process (see docs/glossary.md). */
export const STAGES = [
  'allocation',
  'acceptance',
  'roster',
  'identity',
  'verification',
  'endorsement',
  'closing',
  'payment',
  'distribution',
  'follow-up',
  'return',
  'reporting',
] as const;
export type StageName = (typeof STAGES)[number];

export const stageNumber = (stage: StageName): number => STAGES.indexOf(stage) + 1;

export type Outcome = 'submitted' | 'approved' | 'returned' | 'refused';

/** In which capacity a person signs. Within one chain of signatures a person signs in one capacity only. */
export type Capacity = 'prepare' | 'verify' | 'endorse' | 'supervise' | 'confirm' | 'approve';

/** What chain of signatures a task belongs to; four-eyes holds inside one chain. */
export type Chain = 'allocation' | 'mandate' | 'roster' | 'decree' | 'order' | 'case' | 'return' | 'report';

export interface TaskRule {
  readonly stage: StageName;
  readonly role: Role;
  readonly capacity: Capacity;
  readonly chain: Chain;
  readonly outcomes: readonly Outcome[];
  /** Policy key of the completion deadline, in working days. */
  readonly dueDays: string;
  /** What "returned" may name as the stage to go back to. */
  readonly returnTo?: readonly StageName[];
  /** Many may be decided in one request, all alike; never a decree, a payment order, a return or a closure. */
  readonly bulkDecidable?: true;
  /** May be left out, with a reason, because the stage stands without it; never where law or money moves. */
  readonly skippable?: true;
}

/**
 * Every kind of human task: who decides it, in which capacity, with which outcomes. The API's guards, the workflows,
 * the inbox and the documentation all read this table. Roles follow Permensos 5/2021 Art. 45-47 and PMK 254/2015.
 */
export const TASK_RULES = {
  'allocation.prepare': {
    stage: 'allocation',
    role: 'programme_officer',
    capacity: 'prepare',
    chain: 'allocation',
    outcomes: ['submitted'],
    dueDays: 'due_days.allocation',
  },
  'allocation.verify': {
    stage: 'allocation',
    role: 'ppk',
    capacity: 'verify',
    chain: 'allocation',
    outcomes: ['approved', 'returned'],
    dueDays: 'due_days.allocation',
    returnTo: ['allocation'],
  },
  'allocation.approve': {
    stage: 'allocation',
    role: 'kpa',
    capacity: 'approve',
    chain: 'allocation',
    outcomes: ['approved', 'returned'],
    dueDays: 'due_days.allocation',
    returnTo: ['allocation'],
  },
  'mandate.accept': {
    stage: 'acceptance',
    role: 'dinsos_head',
    capacity: 'approve',
    chain: 'mandate',
    outcomes: ['approved', 'refused'],
    dueDays: 'due_days.acceptance',
  },
  'roster.submit': {
    stage: 'roster',
    role: 'dinsos_operator',
    capacity: 'prepare',
    chain: 'roster',
    outcomes: ['submitted'],
    dueDays: 'due_days.roster',
  },
  'identity.submit': {
    stage: 'identity',
    role: 'dinsos_operator',
    capacity: 'prepare',
    chain: 'roster',
    outcomes: ['submitted'],
    dueDays: 'due_days.identity',
  },
  'verification.complete': {
    stage: 'verification',
    role: 'kelurahan_operator',
    capacity: 'verify',
    chain: 'roster',
    outcomes: ['submitted'],
    dueDays: 'due_days.verification',
  },
  'endorsement.lurah': {
    stage: 'endorsement',
    role: 'lurah',
    capacity: 'endorse',
    chain: 'roster',
    outcomes: ['approved', 'returned'],
    dueDays: 'due_days.endorsement',
    returnTo: ['verification'],
  },
  'endorsement.camat': {
    stage: 'endorsement',
    role: 'camat',
    capacity: 'supervise',
    chain: 'roster',
    outcomes: ['approved', 'returned'],
    dueDays: 'due_days.endorsement',
    returnTo: ['verification'],
  },
  'endorsement.dinsos': {
    stage: 'endorsement',
    role: 'dinsos_head',
    capacity: 'confirm',
    chain: 'roster',
    outcomes: ['approved', 'returned'],
    dueDays: 'due_days.endorsement',
    returnTo: ['verification', 'roster'],
  },
  'endorsement.mayor': {
    stage: 'endorsement',
    role: 'mayor',
    capacity: 'approve',
    chain: 'roster',
    outcomes: ['approved', 'returned'],
    dueDays: 'due_days.endorsement',
    returnTo: ['verification', 'roster'],
  },
  'closing.set': {
    stage: 'closing',
    role: 'ppk',
    capacity: 'prepare',
    chain: 'decree',
    outcomes: ['approved', 'returned'],
    dueDays: 'due_days.closing',
    returnTo: ['endorsement'],
  },
  'closing.ratify': {
    stage: 'closing',
    role: 'kpa',
    capacity: 'approve',
    chain: 'decree',
    outcomes: ['approved', 'returned'],
    dueDays: 'due_days.closing',
    returnTo: ['closing'],
  },
  'payment.request': {
    stage: 'payment',
    role: 'ppk',
    capacity: 'prepare',
    chain: 'order',
    outcomes: ['approved'],
    dueDays: 'due_days.payment',
  },
  'payment.release': {
    stage: 'payment',
    role: 'treasurer',
    capacity: 'approve',
    chain: 'order',
    outcomes: ['approved', 'returned'],
    dueDays: 'due_days.payment',
    returnTo: ['payment'],
  },
  'follow-up.visit': {
    stage: 'follow-up',
    role: 'tksk',
    capacity: 'prepare',
    chain: 'case',
    outcomes: ['submitted'],
    dueDays: 'due_days.visit',
    bulkDecidable: true,
  },
  'follow-up.decide': {
    stage: 'follow-up',
    role: 'dinsos_operator',
    capacity: 'approve',
    chain: 'case',
    outcomes: ['approved', 'returned'],
    dueDays: 'due_days.outcome',
    returnTo: ['follow-up'],
    bulkDecidable: true,
  },
  'return.instruct': {
    stage: 'return',
    role: 'ppk',
    capacity: 'prepare',
    chain: 'return',
    outcomes: ['approved'],
    dueDays: 'due_days.return',
  },
  'return.confirm': {
    stage: 'return',
    role: 'treasurer',
    capacity: 'approve',
    chain: 'return',
    outcomes: ['approved'],
    dueDays: 'due_days.return',
  },
  'report.kecamatan': {
    stage: 'reporting',
    role: 'tksk',
    capacity: 'prepare',
    chain: 'report',
    outcomes: ['submitted'],
    dueDays: 'due_days.report',
    skippable: true,
  },
  'report.city': {
    stage: 'reporting',
    role: 'dinsos_operator',
    capacity: 'verify',
    chain: 'report',
    outcomes: ['submitted'],
    dueDays: 'due_days.report',
  },
  'report.accept': {
    stage: 'reporting',
    role: 'programme_officer',
    capacity: 'confirm',
    chain: 'report',
    outcomes: ['approved'],
    dueDays: 'due_days.report',
  },
  'period.close': {
    stage: 'reporting',
    role: 'kpa',
    capacity: 'approve',
    chain: 'report',
    outcomes: ['approved'],
    dueDays: 'due_days.report',
  },
} as const satisfies Record<string, TaskRule>;

export type TaskKind = keyof typeof TASK_RULES;
export const TASK_KINDS = Object.keys(TASK_RULES) as TaskKind[];

/** The rule of a kind, widened so that optional columns can be read on every row. */
export const taskRule = (kind: TaskKind): TaskRule => TASK_RULES[kind];

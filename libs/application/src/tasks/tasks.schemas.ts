import { z } from 'zod';
import { CASE_OUTCOMES, ROLE_NAMES, STAGES, TASK_KINDS, TASK_STATES, SUBJECT_TYPES } from '#domain';
import { PageQuery } from '../shared/page.js';
import { ApprovalProgress } from '../approvals/approvals.schemas.js';
import { instant, pageOf, rupiah } from '../shared/shapes.js';
import { TaskHistoryEvent } from './life/task-events.schemas.js';

const Outcome = z.enum(['submitted', 'approved', 'returned', 'refused']);
const Stage = z.enum(STAGES);
const Kind = z.enum(TASK_KINDS);

export const Refusal = z.object({ code: z.string(), message: z.string() });

export const Task = z
  .object({
    id: z.uuid(),
    kind: Kind,
    stage: Stage,
    state: z.enum(TASK_STATES),
    periodId: z.uuid(),
    periodCode: z.string(),
    cityCode: z.string(),
    territoryCode: z.string(),
    territoryName: z.string(),
    subjectType: z.enum(SUBJECT_TYPES),
    subjectId: z.string(),
    artefactHash: z.string(),
    families: z.number().int(),
    amountRupiah: rupiah(),
    ownerId: z.uuid().nullable(),
    ownerName: z.string().nullable(),
    /** Who delegated it to the owner and stays accountable. */
    delegatedBy: z.uuid().nullable(),
    delegatedByName: z.string().nullable(),
    /** The absent officer for whom the reader would take it, or holds it. */
    onBehalfOf: z.string().nullable(),
    /** Only the officers it was forwarded to may take it. */
    isForwarded: z.boolean(),
    suspendedOn: z.string().nullable(),
    suspendedUntil: z.string().nullable(),
    suspendedReason: z.string().nullable(),
    /** The office it waits for while its clock stands still. */
    waitingFor: z.enum(ROLE_NAMES).nullable(),
    /** Somebody begins by this day. */
    startDueOn: z.string().nullable(),
    dueOn: z.string(),
    /** The holder is reminded on this day. */
    followUpOn: z.string().nullable(),
    /** Offices that became owners, beside its own, because it stayed late. */
    addedRoles: z.array(z.enum(ROLE_NAMES)),
    workingDaysLeft: z.number().int().nullable(),
    escalations: z.number().int(),
    createdAt: instant(),
    closedAt: instant().nullable(),
    outcome: Outcome.nullable(),
  })
  .meta({ id: 'Task' });
export type Task = z.infer<typeof Task>;

export const TaskPage = pageOf(Task).meta({ id: 'TaskPage' });

export const TaskCounts = z
  .object({
    total: z.number().int(),
    byKind: z.array(z.object({ kind: Kind, tasks: z.number().int() })),
    at: instant(),
  })
  .meta({ id: 'TaskCounts' });

export const TaskQuery = PageQuery.extend({
  view: z.enum(['waiting', 'mine', 'pool', 'behalf', 'watched', 'territory', 'done']).default('waiting'),
  kind: Kind.optional(),
  periodId: z.uuid().optional(),
  territoryCode: z.string().max(13).optional(),
});
export type TaskQuery = z.infer<typeof TaskQuery>;

export const Decision = z.object({
  taskId: z.uuid(),
  kind: Kind,
  officer: z.string(),
  actedFor: z.string().nullable(),
  role: z.string(),
  outcome: Outcome,
  reason: z.string().nullable(),
  returnTo: Stage.nullable(),
  details: z.record(z.string(), z.unknown()),
  decidedAt: instant(),
});

/** What the page of a task offers beside the decision. */
export const SHOWN_EVENTS = [
  'claim',
  'release',
  'start',
  'stop',
  'suspend',
  'resume',
  'delegate',
  'forward',
  'nominate',
  'extend',
  'set-reminder',
  'skip',
  'fail',
  'comment',
] as const;
export type ShownEvent = (typeof SHOWN_EVENTS)[number];

const May = z.object({ allowed: z.boolean(), refusals: z.array(Refusal) });

export const TaskDetail = z
  .object({
    task: Task,
    /** Whether the reader keeps an eye on it. */
    isWatched: z.boolean(),
    /** What this person may do now, and why not where not. */
    actions: z.object({
      claim: May,
      life: z.object(Object.fromEntries(SHOWN_EVENTS.map((event) => [event, May])) as Record<ShownEvent, typeof May>),
      decide: z.array(
        z.object({
          outcome: Outcome,
          allowed: z.boolean(),
          refusals: z.array(Refusal),
          returnTo: z.array(Stage),
        }),
      ),
    }),
    /** Where several must approve: every office's part. Empty elsewhere. */
    approvals: ApprovalProgress,
    history: z.array(Decision),
    events: z.array(TaskHistoryEvent),
  })
  .meta({ id: 'TaskDetail' });

export const TaskDecision = z
  .strictObject({
    outcome: Outcome,
    artefactHash: z.string().min(1).max(64),
    reason: z.string().trim().max(2000).optional(),
    returnTo: Stage.optional(),
    /** Facts of the kind: a visit's finding, a case's outcome, kelurahan to return, consent to leave rows out, the treasury's number. */
    details: z
      .strictObject({
        finding: z
          .string()
          .regex(/^[a-z_]{1,40}$/)
          .optional(),
        /** The days on which somebody went there, where the finding asks for a second visit. */
        visitedOn: z.array(z.iso.date()).max(5).optional(),
        note: z.string().trim().max(500).optional(),
        outcome: z.enum(CASE_OUTCOMES).optional(),
        /** Of a hold: a ground that the period's policy names, and its last day. */
        ground: z
          .string()
          .regex(/^[a-z_]{1,40}$/)
          .optional(),
        holdUntil: z.iso.date().optional(),
        kelurahanCodes: z.array(z.string().max(13)).max(100).optional(),
        leaveOutInvalid: z.boolean().optional(),
        sp2dNumber: z.string().trim().max(60).optional(),
      })
      .default({}),
  })
  .meta({ id: 'DecideTask' });
export type TaskDecision = z.infer<typeof TaskDecision>;

export const DecidedTask = z
  .object({
    taskId: z.uuid(),
    outcome: Outcome,
    decidedAt: instant(),
    officer: z.string(),
    /** How many officers must still approve before the decision stands. */
    stillNeeded: z.number().int(),
  })
  .meta({ id: 'DecidedTask' });
export type DecidedTask = z.infer<typeof DecidedTask>;

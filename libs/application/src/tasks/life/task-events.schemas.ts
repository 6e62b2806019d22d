import { z } from 'zod';
import { ROLE_NAMES, TASK_EVENTS } from '#domain';
import { instant } from '../../shared/shapes.js';

const Reason = z.string().trim().max(2000);
const MOST_FORWARDED_TO = 20;

/** An empty reason is refused by the rules, with the sentence that says why one is needed. */
export const WithReason = z.strictObject({ reason: Reason.default('') }).meta({ id: 'WithReason' });
export const SuspendTask = z
  .strictObject({ reason: Reason.default(''), until: z.iso.date(), waitingFor: z.enum(ROLE_NAMES).optional() })
  .meta({ id: 'SuspendTask' });
export const ExtendTask = z
  .strictObject({ reason: Reason.default(''), dueOn: z.iso.date() })
  .meta({ id: 'ExtendTask' });
export const FollowUpTask = z
  .strictObject({ reason: Reason.default(''), followUpOn: z.iso.date() })
  .meta({ id: 'FollowUpTask' });
export const HandTask = z.strictObject({ officerId: z.uuid(), reason: Reason.default('') }).meta({ id: 'HandTask' });
export const ForwardTask = z
  .strictObject({ officerIds: z.array(z.uuid()).min(1).max(MOST_FORWARDED_TO), reason: Reason.default('') })
  .meta({ id: 'ForwardTask' });
export const CommentTask = z.strictObject({ text: Reason.min(1) }).meta({ id: 'CommentTask' });

export type WithReason = z.infer<typeof WithReason>;
export type SuspendTask = z.infer<typeof SuspendTask>;
export type ExtendTask = z.infer<typeof ExtendTask>;
export type FollowUpTask = z.infer<typeof FollowUpTask>;
export type HandTask = z.infer<typeof HandTask>;
export type ForwardTask = z.infer<typeof ForwardTask>;
export type CommentTask = z.infer<typeof CommentTask>;

/** One line of a task's history; `officer` is null for what the workflow or the calendar did. */
export const TaskHistoryEvent = z
  .object({
    id: z.string(),
    event: z.enum(TASK_EVENTS as [(typeof TASK_EVENTS)[number], ...typeof TASK_EVENTS]),
    officerId: z.uuid().nullable(),
    officer: z.string().nullable(),
    reason: z.string().nullable(),
    occurredAt: instant(),
    until: z.string().nullable(),
    dueOn: z.string().nullable(),
    /** Which escalation it was, and the offices it reached. */
    step: z.enum(['start', 'remind', 'follow-up', 'late', 'owner', 'deadline']).nullable(),
    roles: z.array(z.enum(ROLE_NAMES)),
    to: z.array(z.string()),
    /** The absent officer for whom it was done. */
    onBehalfOf: z.string().nullable(),
    attachment: z.object({ id: z.uuid(), name: z.string(), sizeBytes: z.number().int() }).nullable(),
  })
  .meta({ id: 'TaskHistoryEvent' });

/** Who could own a task, and why not where not. */
export const Candidates = z
  .array(
    z.object({
      officerId: z.uuid(),
      fullName: z.string(),
      offices: z.array(z.string()),
      allowed: z.boolean(),
      refusals: z.array(z.object({ code: z.string(), message: z.string() })),
    }),
  )
  .meta({ id: 'Candidates' });
export type Candidates = z.infer<typeof Candidates>;

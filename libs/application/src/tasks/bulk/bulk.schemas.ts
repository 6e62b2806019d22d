import { z } from 'zod';
import { TaskDecision } from '../tasks.schemas.js';

/** The most tasks of one request. */
const MOST_ITEMS = 5_000;
const TaskIds = z.array(z.uuid()).min(1).max(MOST_ITEMS);

export const BulkTasks = z.strictObject({ taskIds: TaskIds }).meta({ id: 'BulkTasks' });
export type BulkTasks = z.infer<typeof BulkTasks>;

export const BulkForward = z
  .strictObject({
    taskIds: TaskIds,
    officerIds: z.array(z.uuid()).min(1).max(20),
    reason: z.string().trim().max(2000).default(''),
  })
  .meta({ id: 'BulkForward' });
export type BulkForward = z.infer<typeof BulkForward>;

/** One decision for many tasks; each names the artefact that was seen. */
export const BulkDecide = TaskDecision.omit({ artefactHash: true })
  .extend({
    items: z
      .array(z.strictObject({ taskId: z.uuid(), artefactHash: z.string().min(1).max(64) }))
      .min(1)
      .max(MOST_ITEMS),
  })
  .meta({ id: 'BulkDecide' });
export type BulkDecide = z.infer<typeof BulkDecide>;

/** What became of one task: done, or every reason why not. */
export const BulkResult = z.object({
  taskId: z.uuid(),
  isDone: z.boolean(),
  errors: z.array(z.object({ code: z.string(), message: z.string() })),
});
export type BulkResult = z.infer<typeof BulkResult>;

/** In the order of the request, each task once. */
export const BulkAnswer = z
  .object({ done: z.number().int(), refused: z.number().int(), results: z.array(BulkResult) })
  .meta({ id: 'BulkAnswer' });
export type BulkAnswer = z.infer<typeof BulkAnswer>;

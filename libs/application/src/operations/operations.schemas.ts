import { z } from 'zod';
import { instant } from '../shared/shapes.js';

export const Workflows = z
  .object({
    temporal: z.enum(['reachable', 'unreachable']),
    temporalUi: z.string().nullable(),
    outbox: z.object({ waiting: z.number().int(), oldestAt: instant().nullable() }),
    /** Failed ones are those of the last 24 hours. */
    mails: z.object({ waiting: z.number().int(), failed: z.number().int(), oldestAt: instant().nullable() }),
    workflows: z.array(
      z.object({
        workflowId: z.string(),
        type: z.string(),
        status: z.string(),
        startedAt: instant(),
        closedAt: instant().nullable(),
        historyLength: z.number().int(),
        pendingActivities: z.array(
          z.object({ name: z.string(), attempt: z.number().int(), lastFailure: z.string().nullable() }),
        ),
        uiUrl: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Workflows' });

export const Clock = z.object({ now: instant(), sandbox: z.boolean() }).meta({ id: 'Clock' });
export const MoveClock = z.strictObject({ date: z.iso.date() });
export type MoveClock = z.infer<typeof MoveClock>;

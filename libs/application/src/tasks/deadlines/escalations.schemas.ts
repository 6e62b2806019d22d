import { z } from 'zod';
import { ROLE_NAMES, TASK_KINDS } from '#domain';
import { instant, rupiah } from '../../shared/shapes.js';
import { Holiday } from '../../calendar/calendar.schemas.js';

export const SimulationQuery = z.object({
  until: z.iso.date(),
  territory: z.string().max(13).optional(),
  period: z.uuid().optional(),
});
export type SimulationQuery = z.infer<typeof SimulationQuery>;

export const EscalationSimulation = z
  .object({
    from: instant(),
    until: z.string(),
    /** Open tasks that were looked at. */
    tasks: z.number().int(),
    lines: z.array(
      z.object({
        at: instant(),
        step: z.enum(['start', 'remind', 'follow-up', 'late', 'owner', 'deadline']),
        act: z.enum(['remind', 'notify', 'add-owner']),
        kind: z.enum(TASK_KINDS),
        /** The holder, those who may take it, or the office above. */
        to: z.enum(['owner', 'pool', 'above']),
        toRole: z.enum(ROLE_NAMES),
        tasks: z.number().int(),
        families: z.number().int(),
        amountRupiah: rupiah(),
      }),
    ),
    /** Days in between that are not counted. */
    holidays: z.array(Holiday),
  })
  .meta({ id: 'EscalationSimulation' });
export type EscalationSimulation = z.infer<typeof EscalationSimulation>;

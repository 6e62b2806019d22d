import { z } from 'zod';
import { TASK_KINDS } from '#domain';
import { instant } from '../shared/shapes.js';

const Action = z.enum([...TASK_KINDS, 'mandate.offer']);

export const Freeze = z
  .object({
    id: z.uuid(),
    name: z.string(),
    reason: z.string(),
    territoryCode: z.string(),
    actions: z.array(Action),
    validFrom: z.string(),
    validTo: z.string(),
    createdBy: z.string(),
    createdAt: instant(),
    endedAt: instant().nullable(),
    /** Who has proposed to end it; another officer does. */
    endProposedById: z.uuid().nullable(),
    endProposedBy: z.string().nullable(),
  })
  .meta({ id: 'Freeze' });
export const Freezes = z.array(Freeze).meta({ id: 'Freezes' });

export const NewFreeze = z
  .strictObject({
    name: z.string().trim().min(3).max(120),
    reason: z.string().trim().min(5).max(500),
    territoryCode: z.string().max(13),
    actions: z
      .array(Action)
      .min(1)
      .max(TASK_KINDS.length + 1),
    validFrom: z.iso.date(),
    validTo: z.iso.date(),
  })
  .meta({ id: 'NewFreeze' });
export type NewFreeze = z.infer<typeof NewFreeze>;

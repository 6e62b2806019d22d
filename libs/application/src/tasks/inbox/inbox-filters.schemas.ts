import { z } from 'zod';
import { TaskQuery } from '../tasks.schemas.js';

const Filter = TaskQuery.pick({ view: true, kind: true, periodId: true, territoryCode: true }).partial();

export const InboxFilter = z
  .object({
    id: z.uuid(),
    name: z.string(),
    filter: Filter,
    isMine: z.boolean(),
    /** The author's office sees it too. */
    isShared: z.boolean(),
    author: z.string(),
  })
  .meta({ id: 'InboxFilter' });
export const InboxFilters = z.array(InboxFilter).meta({ id: 'InboxFilters' });

export const SaveFilter = z
  .strictObject({ name: z.string().trim().min(1).max(60), filter: z.strictObject(Filter.shape), isShared: z.boolean() })
  .meta({ id: 'SaveFilter' });
export type SaveFilter = z.infer<typeof SaveFilter>;

import { z } from 'zod';
import { PageQuery } from '../../shared/page.js';
import { instant, pageOf } from '../../shared/shapes.js';

const Kind = z.string().regex(/^[a-z_]{1,40}$/);

export const CheckListKinds = z.array(z.object({ kind: z.string(), name: z.string() })).meta({ id: 'CheckListKinds' });

export const CheckList = z
  .object({
    id: z.uuid(),
    territoryCode: z.string(),
    kind: z.string(),
    kindName: z.string(),
    source: z.string(),
    listedOn: z.string(),
    validFrom: z.string(),
    validTo: z.string(),
    fileName: z.string(),
    entries: z.int(),
    /** Lines whose NIK is none: nobody is compared with them. */
    skipped: z.int(),
    state: z.enum(['in_force', 'withdrawn']),
    loadedByName: z.string().nullable(),
    loadedAt: instant(),
    withdrawnByName: z.string().nullable(),
    withdrawnAt: instant().nullable(),
    withdrawalReason: z.string().nullable(),
    /** Families that were or are asked about because of it. */
    hits: z.int(),
    mayWithdraw: z.boolean(),
  })
  .meta({ id: 'CheckList' });

export const CheckListPage = pageOf(CheckList).meta({ id: 'CheckListPage' });

export const CheckListQuery = PageQuery.extend({
  kind: Kind.optional(),
  sort: z.enum(['newest', 'kind', 'hits']).default('newest'),
});
export type CheckListQuery = z.infer<typeof CheckListQuery>;

/** Said of the list that is sent; it holds where its sender serves. */
export const NewCheckList = z.strictObject({
  kind: Kind,
  source: z.string().trim().min(5).max(200),
  listedOn: z.iso.date(),
  validFrom: z.iso.date(),
  validTo: z.iso.date(),
});
export type NewCheckList = z.infer<typeof NewCheckList>;

export const CheckListLoaded = z
  .object({
    list: CheckList,
    isNew: z.boolean(),
    /** Lines whose NIK is none, by number; 50 at most. */
    skippedRows: z.array(z.int()),
  })
  .meta({ id: 'CheckListLoaded' });

export const WithdrawCheckList = z
  .strictObject({ reason: z.string().trim().min(10).max(1000) })
  .meta({ id: 'WithdrawCheckList' });
export type WithdrawCheckList = z.infer<typeof WithdrawCheckList>;

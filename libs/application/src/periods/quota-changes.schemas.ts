import { z } from 'zod';
import { QUOTA_CHANGE_STATES } from '#domain';
import { cleanText } from '#files';
import { instant, rupiah } from '../shared/shapes.js';
import { Refusal } from '../tasks/tasks.schemas.js';

/** A city's quota as it stands, and how far it can be moved. */
const CityQuota = z.object({
  cityCode: z.string(),
  cityName: z.string(),
  quotaFamilies: z.number().int(),
  rupiahPerFamily: rupiah(),
  /** What no decree has taken. */
  unallocatedFamilies: z.number().int(),
  /** Families of the newest list that could be paid, those beyond the quota with them; null before there is a list. */
  wantedFamilies: z.number().int().nullable(),
  /** Most that can be taken back. */
  recallableFamilies: z.number().int(),
  /** Why it can't have more; null where it can. */
  whyNotGrow: Refusal.nullable(),
  /** Why nothing can be taken back; null where something can. */
  whyNotShrink: Refusal.nullable(),
});

/** Quotas that are in the ledger; none before the allocation is approved. */
export const PeriodQuotas = z.object({ cities: z.array(CityQuota) }).meta({ id: 'PeriodQuotas' });

export const QuotaChange = z
  .object({
    id: z.uuid(),
    periodId: z.uuid(),
    kind: z.enum(['top_up', 'recall', 'transfer', 'amendment']),
    ground: z.string(),
    paper: z.string().nullable(),
    state: z.enum(QUOTA_CHANGE_STATES),
    proposer: z.string(),
    proposedAt: instant(),
    endedAt: instant().nullable(),
    /** More families in the nation, or fewer; 0 for a transfer. */
    netFamilies: z.number().int(),
    netRupiah: rupiah(),
    /** Why it was no longer possible once both had signed. */
    lapsedFor: z.array(Refusal),
    lines: z.array(
      z.object({
        cityCode: z.string(),
        cityName: z.string(),
        deltaFamilies: z.number().int(),
        rupiahPerFamily: rupiah(),
        /** The quota it met and the one it left; null until it is applied. */
        beforeFamilies: z.number().int().nullable(),
        afterFamilies: z.number().int().nullable(),
      }),
    ),
  })
  .meta({ id: 'QuotaChange' });

export const QuotaChanges = z.object({ changes: z.array(QuotaChange) }).meta({ id: 'QuotaChanges' });

export const NewQuotaChange = z
  .strictObject({
    /** Why quotas move, for those who sign and for the auditor. */
    ground: z.string().overwrite(cleanText).trim().min(10).max(1000),
    /** Number of the letter that asks for it, where there is one. */
    paper: z.string().overwrite(cleanText).trim().min(1).max(120).optional(),
    lines: z
      .array(
        z.strictObject({
          cityCode: z.string().regex(/^\d{2}\.\d{2}$/),
          /** More families, or fewer; never 0. */
          deltaFamilies: z
            .int()
            .min(-20_000_000)
            .max(20_000_000)
            .refine((delta) => delta !== 0),
        }),
      )
      .min(1)
      .max(600),
  })
  .meta({ id: 'NewQuotaChange' });
export type NewQuotaChange = z.infer<typeof NewQuotaChange>;

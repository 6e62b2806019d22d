import { z } from 'zod';
import { MANDATE_KINDS, MANDATE_MOVES, MANDATE_STATES, STAGES } from '#domain';
import { instant, rupiah } from '../shared/shapes.js';

export const Mandate = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  depth: z.number().int(),
  kind: z.enum(MANDATE_KINDS),
  periodId: z.uuid(),
  periodCode: z.string(),
  grantor: z.string(),
  grantee: z.string(),
  granteeTerritory: z.string(),
  /** The office that answers for decisions under it. */
  accountable: z.string(),
  /** What stands above a signature under it, line by line. */
  signature: z.array(z.string()),
  territoryCode: z.string(),
  powers: z.array(z.enum(STAGES)),
  letterNumber: z.string().nullable(),
  ceilingFamilies: z.number().int(),
  ceilingRupiah: rupiah(),
  usedFamilies: z.number().int(),
  usedRupiah: rupiah(),
  /** Bound by live slices, and not used by them yet. */
  boundFamilies: z.number().int(),
  boundRupiah: rupiah(),
  leftFamilies: z.number().int(),
  leftRupiah: rupiah(),
  validFrom: z.string(),
  validTo: z.string(),
  state: z.enum(MANDATE_STATES),
  /** What the reader may do to it now. */
  moves: z.array(z.enum(MANDATE_MOVES)),
  /** Whether the reader may give it a later last day, and whether that means to give it anew. */
  mayRenew: z.enum(['extended', 'renewed']).nullable(),
  mayOffer: z.boolean(),
});
export type Mandate = z.infer<typeof Mandate>;

export const Mandates = z.array(Mandate).meta({ id: 'Mandates' });

export const MandateEvents = z
  .array(
    z.object({
      event: z.enum(['granted', 'raised', 'lowered', 'used', 'given_back', 'extended', 'renewed', ...MANDATE_MOVES]),
      families: z.number().int(),
      amountRupiah: rupiah(),
      officer: z.string().nullable(),
      reason: z.string().nullable(),
      taskId: z.uuid().nullable(),
      occurredAt: instant(),
    }),
  )
  .meta({ id: 'MandateEvents' });

export const Offices = z
  .array(z.object({ id: z.uuid(), name: z.string(), level: z.string(), territoryCode: z.string() }))
  .meta({ id: 'Offices' });

export const MandateChange = z
  .strictObject({
    event: z.enum(['accepted', 'refused', 'suspended', 'resumed', 'revoked', 'returned']),
    reason: z.string().trim().min(5).max(500).optional(),
  })
  .meta({ id: 'MandateChange' });
export type MandateChange = z.infer<typeof MandateChange>;

export const RenewMandate = z
  .strictObject({ validTo: z.iso.date(), reason: z.string().trim().min(5).max(500) })
  .meta({ id: 'RenewMandate' });
export type RenewMandate = z.infer<typeof RenewMandate>;

export const NewSlice = z
  .strictObject({
    kind: z.enum(MANDATE_KINDS),
    granteeOfficeId: z.uuid(),
    territoryCode: z.string().max(13),
    powers: z.array(z.enum(STAGES)).min(1).max(STAGES.length),
    ceilingFamilies: z.number().int().min(0).max(100_000_000),
    ceilingRupiah: z.string().regex(/^\d{1,17}$/),
    validFrom: z.iso.date(),
    validTo: z.iso.date(),
    letterNumber: z.string().trim().max(100).optional(),
  })
  .meta({ id: 'NewSlice' });
export type NewSlice = z.infer<typeof NewSlice>;

export const Made = z.object({ id: z.uuid() }).meta({ id: 'Made' });
export type Made = z.infer<typeof Made>;

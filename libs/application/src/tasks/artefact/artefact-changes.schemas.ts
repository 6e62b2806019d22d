import { z } from 'zod';

const Kind = z.enum(['added', 'removed', 'changed']);
const Value = z.union([z.string(), z.number()]).nullable();

export const ArtefactChanges = z
  .object({
    /** When the version before was last seen; null where the reader has seen none. */
    seenAt: z.string().nullable(),
    /** Lines that differ, by territory or another key. */
    lines: z.array(
      z.object({
        key: z.string(),
        kind: Kind,
        values: z.array(z.object({ field: z.string(), before: Value, after: Value })),
      }),
    ),
    /** Families that came, went or were judged otherwise, 200 at most; of lists alone. */
    families: z.array(
      z.object({
        kind: Kind,
        kpmCode: z.string().nullable(),
        kelurahanCode: z.string().nullable(),
        before: z.string().nullable(),
        after: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'ArtefactChanges' });
export type ArtefactChanges = z.infer<typeof ArtefactChanges>;

export const SeenArtefact = z.strictObject({ artefactHash: z.string().min(1).max(64) }).meta({ id: 'SeenArtefact' });
export type SeenArtefact = z.infer<typeof SeenArtefact>;

import { z } from 'zod';
import { DomainError } from '#domain';

export const PageQuery = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

/** An opaque cursor that holds where the last row of a page stood. */
export const encodeCursor = (position: Readonly<Record<string, string>>): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

/** Where a row stood, by what its list is ordered by: a cursor that is forged must not reach the database. */
export const ByNumber = z.object({ id: z.string().regex(/^\d{1,18}$/) });
export const ById = z.object({ id: z.uuid() });
export const ByUrgency = z.object({ key: z.iso.date(), amountRupiah: z.string().regex(/^\d{1,18}$/), id: z.uuid() });
export const ByDay = z.object({ key: z.iso.date(), id: z.uuid() });
export const ByTerritory = z.object({ key: z.string().max(13), id: z.uuid() });
export const ByAmount = z.object({ key: z.string().regex(/^\d{1,18}$/), id: z.uuid() });
export const ByDayAndNumber = z.object({ key: z.iso.date(), id: z.string().regex(/^\d{1,18}$/) });
export const ByMoment = z.object({ key: z.iso.datetime(), id: z.uuid() });

/** Throws CURSOR_INVALID for anything this API did not hand out. */
export function decodeCursor<Shape extends z.ZodType>(
  cursor: string | undefined,
  shape: Shape,
): z.infer<Shape> | undefined {
  if (cursor === undefined) return undefined;
  try {
    return shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new DomainError('CURSOR_INVALID', 'not a cursor of this API');
  }
}

/** Cuts one extra row off a page and turns the last kept one into the next cursor. */
export function toPage<Row>(
  rows: Row[],
  limit: number,
  positionOf: (row: Row) => Record<string, string>,
): { rows: Row[]; next: string | null } {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return { rows: kept, next: rows.length > limit && last !== undefined ? encodeCursor(positionOf(last)) : null };
}

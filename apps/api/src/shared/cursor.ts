import { z } from 'zod';
import { DomainError } from '#domain';

export const PageQuery = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

/** An opaque cursor that holds where the last row of a page stood. */
export const encodeCursor = (position: Readonly<Record<string, string>>): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

/** Throws CURSOR_INVALID for anything this API did not hand out. */
export function decodeCursor<Key extends string>(
  cursor: string | undefined,
  keys: readonly Key[],
): Record<Key, string> | undefined {
  if (cursor === undefined) return undefined;
  try {
    const shape = z.object(Object.fromEntries(keys.map((key) => [key, z.string().max(100)])));
    return shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))) as Record<Key, string>;
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

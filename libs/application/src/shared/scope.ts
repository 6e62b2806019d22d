import { type Actor, covers, DomainError, levelOf, type Power, territoriesWith } from '#domain';

/**
 * The territories that a reader asks about: all of theirs, or one that lies in them. Throws TERRITORY_CODE, and
 * TERRITORY_NOT_YOURS with its field.
 */
export function scopeOf(actor: Actor, power: Power, asked: string | undefined, field = 'territory'): string[] {
  const own = territoriesWith(actor, power);
  if (asked === undefined) return own;
  levelOf(asked);
  if (own.some((scope) => covers(scope, asked))) return [asked];
  const refusals = [{ code: 'TERRITORY_NOT_YOURS', field, details: { territory: asked } }];
  throw new DomainError('TERRITORY_NOT_YOURS', 'outside the reader’s territory', { territory: asked, refusals });
}

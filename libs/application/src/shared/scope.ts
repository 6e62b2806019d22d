import { type Actor, covers, DomainError, levelOf, type Power, territoriesWith } from '#domain';

/**
 * The territories that a reader asks about: all of theirs, or one that lies in them. Throws TERRITORY_CODE, and
 * TERRITORY_NOT_YOURS with its field.
 */
export function scopeOf(actor: Actor, power: Power, territoryCode: string | undefined, field = 'territory'): string[] {
  const own = territoriesWith(actor, power);
  if (territoryCode === undefined) return own;
  levelOf(territoryCode);
  if (own.some((scope) => covers(scope, territoryCode))) return [territoryCode];
  const refusals = [{ code: 'TERRITORY_NOT_YOURS', field, details: { territory: territoryCode } }];
  throw new DomainError('TERRITORY_NOT_YOURS', 'outside the reader’s territory', {
    territory: territoryCode,
    refusals,
  });
}

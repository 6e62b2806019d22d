import { covers, DomainError, territoriesWith } from '#domain';
import type { SignedIn } from '../shared/command-context.js';

/**
 * The territories in which the reader sees families, where one of them lies in the list's city or around it. Throws
 * `refusal` otherwise: what is out of sight is unknown.
 */
export function demandListSight(
  actor: SignedIn,
  cityCode: string,
  refusal: 'ROSTER_UNKNOWN' | 'FILE_UNKNOWN' = 'ROSTER_UNKNOWN',
): string[] {
  const scopes = territoriesWith(actor, 'roster:read');
  if (scopes.some((scope) => covers(scope, cityCode) || covers(cityCode, scope))) return scopes;
  throw new DomainError(refusal, 'the list lies outside the reader’s territory');
}

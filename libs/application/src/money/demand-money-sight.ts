import { covers, DomainError, territoriesWith } from '#domain';
import type { SignedIn } from '../shared/command-context.js';

/** Throws the code of what is unknown where its city lies outside the territory whose money the reader sees. */
export function demandMoneySight(actor: SignedIn, cityCode: string, code: string): void {
  if (!territoriesWith(actor, 'money:read').some((scope) => covers(scope, cityCode))) {
    throw new DomainError(code, 'it lies outside the reader’s territory');
  }
}

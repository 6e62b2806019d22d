import { isEasilyGuessed } from '#auth';
import { DomainError } from '#domain';

/** Throws PASSWORD_WEAK, with the field it was typed in, for what leaked, is a pattern, or is made of the officer's own name. */
export function demandStrength(
  password: string,
  { username, fullName }: { readonly username: string; readonly fullName?: string },
  field: string,
): void {
  if (!isEasilyGuessed(password, [username, fullName ?? ''])) return;
  const refusals = [{ code: 'PASSWORD_WEAK', field, details: {} }];
  throw new DomainError('PASSWORD_WEAK', 'the password is guessed soon', { refusals });
}

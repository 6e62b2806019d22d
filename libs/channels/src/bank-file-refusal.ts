import { DomainError, type ErrorDetails } from '#domain';

/**
 * Why a bank's file cannot be used. INCOMPLETE: cut short, or fewer rows than it declares. CONTROL_SUM: the money
 * does not add up. UNREADABLE: not the agreed layout. REFERENCE: an id the format cannot carry unchanged. VERSION:
 * another version of the message. CURRENCY: money that is not rupiah.
 */
export type BankFileRefusalCode =
  | 'BANK_FILE_INCOMPLETE'
  | 'BANK_FILE_CONTROL_SUM'
  | 'BANK_FILE_UNREADABLE'
  | 'BANK_FILE_REFERENCE'
  | 'BANK_FILE_VERSION'
  | 'BANK_FILE_CURRENCY';

/** Details name fields, lines, counts and sums (rupiah as decimal strings), never a person or an account. */
export function refuseBankFile(code: BankFileRefusalCode, message: string, details: ErrorDetails = {}): DomainError {
  return new DomainError(code, message, details);
}

/** Throws BANK_FILE_INCOMPLETE unless both counts agree. */
export function assertCount(declared: number, found: number): void {
  if (declared === found) return;
  throw refuseBankFile('BANK_FILE_INCOMPLETE', 'the number of rows is not the declared one', { declared, found });
}

/** Throws BANK_FILE_CONTROL_SUM unless both sums agree. */
export function assertSum(declaredRupiah: bigint, foundRupiah: bigint, field: string): void {
  if (declaredRupiah === foundRupiah) return;
  const details = { field, declaredRupiah: declaredRupiah.toString(), foundRupiah: foundRupiah.toString() };
  throw refuseBankFile('BANK_FILE_CONTROL_SUM', 'the amounts do not add up to the declared sum', details);
}

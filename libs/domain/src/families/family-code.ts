const WRITTEN = /^K(\d{4})(\d{4})(\d{2})$/;

/** Two digits that make the number before them, times a hundred, one more than a multiple of 97 (ISO 7064 mod 97-10, as in an IBAN). */
const checkOf = (familyId: bigint): string => String(98n - ((familyId * 100n) % 97n)).padStart(2, '0');

/** The family's code as people write and say it: `K-1000-0001-37`. It says nothing of the family, and is the same in all programmes. */
export function familyCodeOf(familyId: string): string {
  const digits = familyId.padStart(8, '0');
  return `K-${digits.slice(0, 4)}-${digits.slice(4)}-${checkOf(BigInt(familyId))}`;
}

/**
 * The family that a typed code means; spaces, dashes, dots and a small k are no matter. Undefined where it is no code: one digit
 * mistaken or two neighbours swapped is never the code of another family.
 */
export function readFamilyCode(text: string): string | undefined {
  const parts = WRITTEN.exec(text.toUpperCase().replace(/[\s.\-\u2010-\u2015]/g, ''));
  if (parts === null) return undefined;
  const familyId = BigInt(`${parts[1] ?? ''}${parts[2] ?? ''}`);
  return checkOf(familyId) === parts[3] ? familyId.toString() : undefined;
}

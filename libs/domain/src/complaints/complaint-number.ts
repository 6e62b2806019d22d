/** Letters and digits that are not mistaken for one another when they are read aloud or written by hand (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SECRET_LENGTH = 8;

/**
 * The city's code, the year and digits drawn by lot: `32.75-26-481730`. Numbers in order would show by their gaps how many
 * complaints there are that a reader may not see. It is no secret, so following it needs one beside.
 */
export const complaintNumber = (cityCode: string, year: number, drawn: number): string =>
  `${cityCode}-${`${year % 100}`.padStart(2, '0')}-${`${drawn}`.padStart(6, '0')}`;

export const COMPLAINT_NUMBER = /^\d{2}\.\d{2}-\d{2}-\d{6,7}$/;

/** Eight characters in two groups from keyed bytes: forty bits, tried a few times an hour. */
export function secretFrom(bytes: Uint8Array): string {
  const letters = [...bytes.slice(0, SECRET_LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** As somebody wrote it: small letters, blanks, and letters that look like digits are no difference. */
export const plainSecret = (written: string): string =>
  written.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');

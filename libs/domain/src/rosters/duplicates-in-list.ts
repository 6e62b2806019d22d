import type { RosterRowVerdict } from './check-roster-row.js';
import { ROSTER_COLUMNS, type RosterRow } from './roster-columns.js';
import type { RosterFinding } from './roster-findings.js';

/** A character that no cell holds. */
const SEPARATOR = 0x1f;
const FNV_PRIME = 0x01000193;

/**
 * A digest over all cells of a row, 32 bits (FNV-1a): rows of one NIK in one file are the same when it is. It begins with
 * `seed`, so that a digest that is kept says nothing to who does not know the seed.
 */
export function rowDigest({ cells }: RosterRow, seed: number): number {
  let hash = seed;
  for (const column of ROSTER_COLUMNS) {
    const text = cells[column];
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
    hash = Math.imul(hash ^ SEPARATOR, FNV_PRIME);
  }
  return hash | 0;
}

/** One number holds sheet, row and digest: 8, 21 and 24 bits, as many as a number keeps exactly. */
const DIGEST_SIZE = 2 ** 24;
const ROW_SIZE = 2 ** 21;
const MOST_SHEETS = 2 ** 8;

const SEED = 0x811c9dc5;

/** Digits as a number that keeps them all, zeros in front included. */
const keyOf = (digits: string): bigint => BigInt(`1${digits}`);

/**
 * Families that stand twice on one list, found row by row: the first counts, the later row has the finding. Rows with an
 * error are left aside, because they are on no list, and accounts that are none. Kept of a row are its digits as whole
 * numbers of any length: a text would keep the piece of the file that it was cut from.
 */
export class DuplicatesInList {
  private readonly firstByNik = new Map<bigint, number>();
  private readonly firstByAccount = new Map<bigint, number>();
  private readonly sheets: string[] = [];

  /** What this row adds to what its own cells say; undefined when its family and account are new. */
  find(row: RosterRow, { state, person, findings }: RosterRowVerdict): RosterFinding | undefined {
    if (state === 'invalid') return undefined;
    const nik = keyOf(person.nik);
    const digest = (rowDigest(row, SEED) >>> 0) % DIGEST_SIZE;
    const place = this.placeOf(row);
    const first = this.firstByNik.get(nik);
    if (first !== undefined) {
      const params = { firstRow: this.nameOf(Math.floor(first / DIGEST_SIZE), row.sheet) };
      if (first % DIGEST_SIZE === digest) return { code: 'ROW_DUPLICATE', column: null, params };
      return { code: 'NIK_DUPLICATE_IN_FILE', column: 'NIK', params };
    }
    this.firstByNik.set(nik, place * DIGEST_SIZE + digest);
    if (findings.some(({ code }) => code === 'ACCOUNT_LENGTH')) return undefined;
    const account = keyOf(person.accountNumber);
    const holder = this.firstByAccount.get(account);
    if (holder === undefined) {
      this.firstByAccount.set(account, place);
      return undefined;
    }
    const params = { firstRow: this.nameOf(holder, row.sheet) };
    return { code: 'ACCOUNT_DUPLICATE', column: 'NOMOR REKENING', params };
  }

  private placeOf({ sheet, rowNumber }: RosterRow): number {
    if (this.sheets.at(-1) !== sheet && this.sheets.length < MOST_SHEETS) this.sheets.push(sheet);
    return (this.sheets.length - 1) * ROW_SIZE + rowNumber;
  }

  /** The row as a sentence names it: its number, with the sheet where that is another. */
  private nameOf(place: number, from: string): string {
    const sheet = this.sheets[Math.floor(place / ROW_SIZE)] ?? '';
    const row = String(place % ROW_SIZE);
    return sheet === from ? row : `${sheet}!${row}`;
  }
}

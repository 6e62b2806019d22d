import { bareDigits } from '#domain';
import type { SheetRow } from '../sheet-row.js';
import { countColumnNames, type ReadColumn, type RosterHeader } from './roster-header.js';

/** Why a line below the header is no family. */
export type SkippedAs = 'total' | 'signature' | 'header' | 'heading';

const TOTAL =
  /^((grand|sub)[\s-]*)?(jumlah|total|jml)(\s+(kpm|keluarga|penerima|seluruh(nya)?|keseluruhan|total|halaman|nominal|kelurahan|kecamatan|rp)\b.*)?\s*[:.=]*$/i;
const SIGNATURE =
  /^(mengetahui|menyetujui|disahkan|dibuat|diperiksa|disusun|petugas|pendamping|operator|lurah|camat|kepala|sekretaris|kabid|kasi|a\.?n\.?|plt|plh|ttd|nip|ketua|hormat|demikian|catatan)\b/i;
/** `Bekasi, 1 Maret 2023` over the names of those who sign. */
const PLACE_AND_DAY =
  /^[\p{L} ]+,\s*(\d{1,2}|[._…\s]+)?\s*(januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)\s+\d{4}/iu;
const HEADING = /^(kelurahan|kel|kecamatan|kec|desa|rw)\b[.:\s]+\S/i;

/** A family has at least the beginning of one of these. */
const IDENTIFYING: readonly ReadColumn[] = ['NIK', 'NKK', 'NOMOR REKENING'];
const FOUR_DIGITS = /\d{4}/;
const SCIENTIFIC = /\dE\+\d/i;
const NIP = /^\s*nip\b/i;
/** Names and offices of those who sign fill few cells. */
const MOST_CELLS_OF_A_SIGNATURE = 6;

/** Tells lines that are no family: totals, signatures, headings, a header that is repeated. One instance reads one sheet. */
export class SkippedLines {
  private readonly identifying: readonly number[];
  private isSigning = false;

  constructor(private readonly header: RosterHeader) {
    this.identifying = IDENTIFYING.map((column) => header.positions.get(column) ?? -1);
  }

  /** Undefined for a family. A line with a number that could identify one is always a family, however bad. */
  judge(row: SheetRow): SkippedAs | undefined {
    if (this.isIdentified(row)) {
      this.isSigning = false;
      return undefined;
    }
    if (countColumnNames(row) > this.header.positions.size / 2) return 'header';
    const texts = row.cells.map((cell) => cell?.text.trim() ?? '').filter((text) => text !== '');
    const [first = ''] = texts;
    if (texts.some((text) => TOTAL.test(text))) return 'total';
    if (texts.some((text) => SIGNATURE.test(text) || PLACE_AND_DAY.test(text)) && this.isShort(texts)) {
      this.isSigning = true;
    }
    if (this.isSigning && this.isShort(texts)) return 'signature';
    return texts.length === 1 && HEADING.test(first) ? 'heading' : undefined;
  }

  private isShort(texts: readonly string[]): boolean {
    return texts.length <= MOST_CELLS_OF_A_SIGNATURE;
  }

  private isIdentified(row: SheetRow): boolean {
    return this.identifying.some((position) => {
      const cell = row.cells[position];
      if (cell === undefined || cell.text === '') return false;
      if (cell.kind === 'error' || FOUR_DIGITS.test(cell.text)) return !NIP.test(cell.text);
      return FOUR_DIGITS.test(bareDigits(cell.text)) || SCIENTIFIC.test(cell.text);
    });
  }
}

import type { IsoDate } from '../../calendar/working-days.js';
import { isCalendarDay } from '../../families/calendar-day.js';
import { bareDigits } from '../../families/digits.js';
import type { CardState } from './card-life.js';
import type { CardReason } from './card-reason.js';

/** The columns of a bank's file of cards; the last three may be left out. */
export const CARD_COLUMNS = [
  ...(['NOREF', 'NOKARTU', 'NIK', 'KODE_KELURAHAN', 'STATUS', 'TANGGAL', 'ALASAN', 'HARI_SERAH', 'PENGGANTI'] as const),
] as const;
export type CardColumn = (typeof CARD_COLUMNS)[number];

/** How a file writes states and reasons. */
export const CARD_STATUS: Readonly<Record<string, CardState>> = {
  DICETAK: 'printed',
  DI_CABANG: 'at_branch',
  DI_KELURAHAN: 'at_place',
  DISERAHKAN: 'handed_over',
  TIDAK_DISERAHKAN: 'not_handed_over',
  KEMBALI: 'returned',
  DIMUSNAHKAN: 'destroyed',
};
export const CARD_ALASAN: Readonly<Record<string, CardReason>> = {
  MAMPU: 'able',
  MENOLAK: 'refused',
  MENINGGAL: 'died',
  PINDAH: 'moved',
  DI_BAWAH_UMUR: 'under_age',
  TIDAK_DITEMUKAN: 'not_found',
  RUSAK: 'damaged',
  TIDAK_DITERIMA: 'not_received',
};

/** Why a line of a file, or a part of it, is not taken: the sender's to mend, except the last, which is a person's to look into. */
export const CARD_FINDINGS = [
  ...(['FORMULA', 'REF', 'NUMBER', 'NIK', 'PLACE', 'STATUS', 'DAY', 'REASON', 'UNTIL', 'REPLACES'] as const),
  ...(['NUMBER_OTHER', 'NUMBER_TAKEN', 'FAMILY_OTHER', 'FAMILY_UNKNOWN', 'PLACE_OTHER', 'CONTRADICTED'] as const),
] as const;
export type CardFinding = (typeof CARD_FINDINGS)[number];

/** What one line says. */
export interface CardLine {
  readonly ref: string;
  readonly number: string;
  readonly nik: string;
  readonly placeCode: string;
  readonly kind: CardState;
  readonly on: IsoDate;
  readonly reason: CardReason | '';
  readonly untilOn: IsoDate | null;
  readonly replacesRef: string | null;
}

export interface CardLineFault {
  readonly column: CardColumn;
  readonly finding: CardFinding;
}

type Cells = Readonly<Partial<Record<CardColumn, string>>>;

const REF = /^[A-Z0-9][A-Z0-9./-]{3,39}$/;
const PLACE = /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/;
/** No debit card of the programme is older. */
const FIRST_DAY = '2016-01-01';

const written = (cell: string | undefined): string => (cell ?? '').trim().toUpperCase();
const coded = (cell: string | undefined): string => written(cell).replace(/[\s-]+/g, '_');

/** `2023-03-31` or `31/03/2023`. */
function dayOf(cell: string | undefined): IsoDate | undefined {
  const text = written(cell);
  const local = /^(?<day>\d{1,2})[/-](?<month>\d{1,2})[/-](?<year>\d{4})$/.exec(text)?.groups;
  const iso = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/.exec(text)?.groups;
  const { year = '', month = '', day = '' } = local ?? iso ?? {};
  if (!isCalendarDay(Number(year), Number(month), Number(day))) return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** A reference that could be a card's or account's own number would show it in the clear. */
const refOf = (text: string): string | undefined => (REF.test(text) && !/^\d{10,}$/.test(text) ? text : undefined);

/** Reads one line; what is wrong with it is named by column, and nothing of such a line is taken. */
export function readCardLine(cells: Cells, today: IsoDate): CardLine | readonly CardLineFault[] {
  const [number, nik] = [bareDigits(cells.NOKARTU ?? ''), bareDigits(cells.NIK ?? '')];
  const [ref, placeCode] = [refOf(written(cells.NOREF)), written(cells.KODE_KELURAHAN)];
  const [kind, on] = [CARD_STATUS[coded(cells.STATUS)], dayOf(cells.TANGGAL)];
  const [reason, untilOn] = [reasonIn(cells.ALASAN, kind), blankOr(cells.HARI_SERAH, dayOf)];
  const replacesRef = blankOr(cells.PENGGANTI, (cell) => refOf(written(cell)));
  const faults: (CardLineFault | false)[] = [
    ref === undefined && { column: 'NOREF', finding: 'REF' },
    !/^\d{16}$/.test(number) && { column: 'NOKARTU', finding: 'NUMBER' },
    !/^\d{16}$/.test(nik) && { column: 'NIK', finding: 'NIK' },
    !PLACE.test(placeCode) && { column: 'KODE_KELURAHAN', finding: 'PLACE' },
    kind === undefined && { column: 'STATUS', finding: 'STATUS' },
    (on === undefined || on > today || on < FIRST_DAY) && { column: 'TANGGAL', finding: 'DAY' },
    reason === undefined && { column: 'ALASAN', finding: 'REASON' },
    (untilOn === undefined || (untilOn !== null && on !== undefined && untilOn < on)) && {
      ...{ column: 'HARI_SERAH', finding: 'UNTIL' },
    },
    (replacesRef === undefined || (replacesRef !== null && replacesRef === ref)) && {
      ...{ column: 'PENGGANTI', finding: 'REPLACES' },
    },
  ];
  const found = faults.filter((fault) => fault !== false);
  if (found.length > 0) return found;
  return { ref, number, nik, placeCode, kind, on, reason, untilOn, replacesRef } as CardLine;
}

const blankOr = <T>(cell: string | undefined, read: (cell: string) => T | undefined): T | null | undefined =>
  cell === undefined || cell.trim() === '' ? null : read(cell);

/** A bank may not know the reason, which is then looked for; a reason beside any other state is a mistake. */
function reasonIn(cell: string | undefined, kind: CardState | undefined): CardReason | '' | undefined {
  if (written(cell) === '') return '';
  return kind === 'not_handed_over' || kind === undefined ? CARD_ALASAN[coded(cell)] : undefined;
}

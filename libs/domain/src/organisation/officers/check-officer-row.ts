import { type Role, ROLE_NAMES, ROLES } from '../role.js';
import { DomainError } from '../../shared/domain-error.js';
import { levelOf } from '../../territories/territory.js';
import { levelOfKind, type OfficeKind } from '../offices/office-kind.js';
import type { OfficerColumn, OfficerFinding, OfficerRow } from './officer-sheet.js';

/** What one line says, once every cell of it can be read. */
export interface OfficerEntry {
  readonly row: number;
  readonly username: string;
  readonly fullName: string;
  readonly office: { readonly name: string; readonly kind: OfficeKind; readonly territoryCode: string };
  readonly role: Role;
  readonly validFrom: string;
  readonly validTo: string | undefined;
  /** The number of the officer's own family card; kept as a keyed hash or not at all. */
  readonly kk: string | undefined;
  readonly language: 'id' | 'en';
}

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

const KIND_WORDS: Readonly<Record<OfficeKind, readonly string[]>> = {
  ministry: ['ministry', 'nation', 'nasional', 'pusat', 'kementerian', 'direktorat'],
  bank: ['bank'],
  post: ['post', 'pos', 'kantorpos'],
  province: ['province', 'provinsi'],
  city: ['city', 'kota', 'kabupaten', 'kabkota'],
  kecamatan: ['kecamatan', 'district'],
  kelurahan: ['kelurahan', 'desa', 'ward'],
};

const ROLE_WORDS: Readonly<Partial<Record<Role, readonly string[]>>> = {
  programme_officer: ['petugasprogram'],
  treasurer: ['bendahara'],
  province_observer: ['koordinatorprovinsi'],
  dinsos_operator: ['operatordinsos'],
  dinsos_head: ['kepaladinsos'],
  mayor: ['walikota', 'bupati'],
  kelurahan_operator: ['operatorkelurahan', 'operatordesa'],
  lurah: ['kepaladesa'],
  psm: ['pekerjasosialmasyarakat', 'relawan'],
  pkh_companion: ['pendampingpkh'],
  bank_officer: ['petugasbank'],
  operator: ['operatorsistem'],
};

const byWord = <Key extends string>(
  keys: readonly Key[],
  words: Readonly<Partial<Record<Key, readonly string[]>>>,
): ReadonlyMap<string, Key> =>
  new Map(keys.flatMap((key) => [plain(key), ...(words[key] ?? [])].map((word): [string, Key] => [word, key])));

const KIND_BY_WORD = byWord(Object.keys(KIND_WORDS) as OfficeKind[], KIND_WORDS);
const ROLE_BY_WORD = byWord(ROLE_NAMES, ROLE_WORDS);
const LONGEST = 120;

/** `2023-01-31`, or `31/01/2023` as offices write it; undefined for what is no day of the calendar. */
export function dayOf(text: string): string | undefined {
  const [, d = '', m = '', y = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const iso = y === '' ? text : `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return undefined;
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : undefined;
}

class RowReader {
  readonly findings: OfficerFinding[] = [];

  constructor(private readonly row: OfficerRow) {
    for (const column of row.formulas) this.find(column, 'CELL_FORMULA');
  }

  find(column: OfficerColumn, code: string, details: Readonly<Record<string, string>> = {}): void {
    const isKnown = this.findings.some((finding) => finding.column === column);
    if (!isKnown) this.findings.push({ row: this.row.rowNumber, column, code, details });
  }

  text(column: OfficerColumn): string {
    return this.row.cells[column]?.trim() ?? '';
  }

  filled(column: OfficerColumn): string {
    const text = this.text(column);
    if (text === '') this.find(column, 'CELL_EMPTY');
    else if (text.length > LONGEST) this.find(column, 'CELL_TOO_LONG', { most: `${LONGEST}` });
    return text;
  }

  day(column: OfficerColumn, text: string): string | undefined {
    if (text === '') return undefined;
    const day = dayOf(text);
    if (day === undefined) this.find(column, 'CELL_DATE');
    return day;
  }
}

function territoryOf(reader: RowReader, kind: OfficeKind | undefined): string {
  const isNational = kind !== undefined && levelOfKind(kind) === 'nation';
  const code = isNational && reader.text('KODE WILAYAH') === '' ? 'ID' : reader.filled('KODE WILAYAH');
  if (code === '') return code;
  try {
    if (kind !== undefined && levelOf(code) !== levelOfKind(kind)) reader.find('KODE WILAYAH', 'OFFICE_TIER_DIFFERS');
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    reader.find('KODE WILAYAH', 'TERRITORY_CODE', { value: '…' });
  }
  return code;
}

/** What one line says by itself, or everything that is wrong with it. */
export function checkOfficerRow(row: OfficerRow): { entry?: OfficerEntry; findings: readonly OfficerFinding[] } {
  const reader = new RowReader(row);
  const username = reader.filled('USERNAME').toLowerCase();
  if (username !== '' && !/^[a-z0-9][a-z0-9._-]{2,59}$/.test(username)) reader.find('USERNAME', 'USERNAME_FORM');
  const kindWord = reader.filled('TINGKAT');
  const kind = KIND_BY_WORD.get(plain(kindWord));
  if (kindWord !== '' && kind === undefined) reader.find('TINGKAT', 'OFFICE_KIND_UNKNOWN');
  const territoryCode = territoryOf(reader, kind);
  const roleWord = reader.filled('PERAN');
  const role = ROLE_BY_WORD.get(plain(roleWord));
  if (roleWord !== '' && role === undefined) reader.find('PERAN', 'ROLE_UNKNOWN');
  if (role !== undefined && kind !== undefined && ROLES[role] !== levelOfKind(kind)) {
    reader.find('PERAN', 'APPOINTMENT_TIER', { role, office: reader.text('KANTOR') });
  }
  const validFrom = reader.day('MULAI', reader.filled('MULAI'));
  const validTo = reader.day('SELESAI', reader.text('SELESAI'));
  if (validFrom !== undefined && validTo !== undefined && validTo < validFrom) {
    reader.find('SELESAI', 'APPOINTMENT_DATES');
  }
  const kk = reader.text('KK');
  if (kk !== '' && !/^\d{16}$/.test(kk)) reader.find('KK', 'CELL_KK');
  const language = plain(reader.text('BAHASA')).startsWith('en') ? 'en' : 'id';
  const fullName = reader.filled('NAMA');
  const name = reader.filled('KANTOR');
  const { findings } = reader;
  if (findings.length > 0 || kind === undefined || role === undefined || validFrom === undefined) return { findings };
  const office = { name, kind, territoryCode };
  const days = { validFrom, validTo };
  return {
    findings,
    entry: { row: row.rowNumber, username, fullName, office, role, ...days, kk: kk === '' ? undefined : kk, language },
  };
}

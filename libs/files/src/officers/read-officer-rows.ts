import { OFFICER_COLUMNS, type OfficerColumn, type OfficerRow, OPTIONAL_OFFICER_COLUMNS } from '#domain';
import { type NamedColumns, readNamedRows } from '../named-rows.js';
import type { FileLimits } from '../sheet-row.js';

const OFFICERS: NamedColumns<OfficerColumn> = {
  columns: OFFICER_COLUMNS,
  optional: OPTIONAL_OFFICER_COLUMNS,
  /** English names of the columns, and other spellings that offices use. */
  aliases: {
    NAMAPENGGUNA: 'USERNAME',
    NAME: 'NAMA',
    FULLNAME: 'NAMA',
    NAMALENGKAP: 'NAMA',
    OFFICE: 'KANTOR',
    LEVEL: 'TINGKAT',
    TERRITORYCODE: 'KODE WILAYAH',
    TERRITORY: 'KODE WILAYAH',
    ROLE: 'PERAN',
    FROM: 'MULAI',
    START: 'MULAI',
    TO: 'SELESAI',
    END: 'SELESAI',
    NKK: 'KK',
    FAMILYCARD: 'KK',
    LANGUAGE: 'BAHASA',
  },
  /** Twice the officers of a province; a larger list should come in parts. */
  mostRows: 20_000,
  refusal: 'OFFICER_COLUMNS',
};

/**
 * The lines of a list of officers, CSV or XLSX, streamed in file order; what is wrong inside a line is left to
 * `checkOfficerRow`. Throws DomainError FILE_* or OFFICER_COLUMNS; lines yielded before a throw must not be kept.
 */
export const readOfficerRows = (path: string, limits: FileLimits = {}): AsyncGenerator<OfficerRow, void, undefined> =>
  readNamedRows(path, OFFICERS, limits);

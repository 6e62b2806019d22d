import { CHECK_LIST_COLUMNS, type CheckListColumn } from '#domain';
import { type NamedColumns, type NamedRow, readNamedRows } from '../named-rows.js';
import type { FileLimits } from '../sheet-row.js';

const LIST: NamedColumns<CheckListColumn> = {
  columns: CHECK_LIST_COLUMNS,
  optional: ['NAMA', 'KETERANGAN'],
  aliases: {
    NONIK: 'NIK',
    NOMORNIK: 'NIK',
    NAME: 'NAMA',
    NAMALENGKAP: 'NAMA',
    FULLNAME: 'NAMA',
    REMARK: 'KETERANGAN',
    NOTE: 'KETERANGAN',
    KET: 'KETERANGAN',
    JABATAN: 'KETERANGAN',
  },
  /** All civil servants of the nation are under five million. */
  mostRows: 5_000_000,
  refusal: 'CHECK_LIST_COLUMNS',
};

/**
 * The lines of a list to compare with, CSV or XLSX, streamed in file order; whether a NIK is one is left to the caller. Throws
 * DomainError FILE_* or CHECK_LIST_COLUMNS; lines yielded before a throw must not be kept.
 */
export const readCheckListRows = (
  path: string,
  limits: FileLimits = {},
): AsyncGenerator<NamedRow<CheckListColumn>, void, undefined> => readNamedRows(path, LIST, limits);

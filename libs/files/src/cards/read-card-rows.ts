import { CARD_COLUMNS, type CardColumn } from '#domain';
import { type NamedColumns, type NamedRow, readNamedRows } from '../named-rows.js';
import type { FileLimits } from '../sheet-row.js';

const FILE: NamedColumns<CardColumn> = {
  columns: CARD_COLUMNS,
  optional: ['ALASAN', 'HARI_SERAH', 'PENGGANTI'],
  aliases: {
    REFERENSI: 'NOREF',
    NOMORREFERENSI: 'NOREF',
    NOKKS: 'NOKARTU',
    NOMORKARTU: 'NOKARTU',
    NONIK: 'NIK',
    KODEWILAYAH: 'KODE_KELURAHAN',
    TGL: 'TANGGAL',
    ALASANTIDAKSERAH: 'ALASAN',
    TANGGALSERAH: 'HARI_SERAH',
    MENGGANTIKAN: 'PENGGANTI',
  },
  mostRows: 2_000_000,
  refusal: 'CARD_COLUMNS',
};

/**
 * The lines of a bank's file of cards, CSV or XLSX, streamed in file order; what is wrong inside a line is left to the caller. Throws
 * DomainError FILE_* or CARD_COLUMNS; lines yielded before a throw must not be kept.
 */
export const readCardRows = (
  path: string,
  limits: FileLimits = {},
): AsyncGenerator<NamedRow<CardColumn>, void, undefined> => readNamedRows(path, FILE, limits);

import { REGION_COLUMNS, type RegionColumn, type RegionRow } from '#domain';
import { type NamedColumns, readNamedRows } from '../named-rows.js';
import type { FileLimits } from '../sheet-row.js';

const REGIONS: NamedColumns<RegionColumn> = {
  columns: REGION_COLUMNS,
  optional: [],
  /** English names of the columns, and those of the lists that ministries and offices pass on. */
  aliases: {
    CODE: 'KODE',
    KODEWILAYAH: 'KODE',
    KODEKEMENDAGRI: 'KODE',
    KODEDAGRI: 'KODE',
    REGIONCODE: 'KODE',
    TERRITORYCODE: 'KODE',
    NAME: 'NAMA',
    NAMAWILAYAH: 'NAMA',
    REGIONNAME: 'NAMA',
    TERRITORYNAME: 'NAMA',
  },
  /** Twice the nation of 2025. */
  mostRows: 200_000,
  refusal: 'REGION_COLUMNS',
};

/**
 * The lines of a list of regions, CSV or XLSX, streamed in file order; what is wrong inside a line is left to
 * `checkRegionRow`. Throws DomainError FILE_* or REGION_COLUMNS; lines yielded before a throw must not be kept.
 */
export const readRegionRows = (path: string, limits: FileLimits = {}): AsyncGenerator<RegionRow, void, undefined> =>
  readNamedRows(path, REGIONS, limits);

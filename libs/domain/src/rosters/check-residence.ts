import type { RosterPerson } from './roster-person.js';
import type { KelurahanLookup, KelurahanMatch } from './kelurahan-lookup.js';
import type { RosterColumn, RosterRow } from './roster-columns.js';
import type { RosterFinding } from './roster-findings.js';

function territoryFindings(match: KelurahanMatch, { cells }: RosterRow): RosterFinding[] {
  const isBlank = (column: 'KELURAHAN' | 'KECAMATAN') => cells[column].trim() === '';
  if (!('code' in match) && (isBlank('KELURAHAN') || isBlank('KECAMATAN'))) {
    const column = isBlank('KELURAHAN') ? 'KELURAHAN' : 'KECAMATAN';
    return [{ code: 'TERRITORY_UNKNOWN', column, params: {}, sentence: 'TERRITORY_BLANK' }];
  }
  switch (match.found) {
    case 'kelurahan':
      return [];
    case 'other-kecamatan':
      return [{ code: 'KELURAHAN_WRONG_KECAMATAN', column: 'KECAMATAN', params: { kecamatan: match.kecamatanName } }];
    case 'kecamatan-only':
      return [{ code: 'TERRITORY_UNKNOWN', column: 'KELURAHAN', params: { kecamatan: match.kecamatanName } }];
    case 'nothing':
      return [{ code: 'TERRITORY_OUTSIDE', column: 'KECAMATAN', params: {} }];
  }
}

/**
 * Where the family lives and so who looks after it. Under a wrong kecamatan the kelurahan decides, because that is
 * the office that knows the family; the row carries a warning.
 */
export function checkResidence(
  row: RosterRow,
  territory: KelurahanLookup,
): {
  readonly person: Pick<RosterPerson, 'address' | 'rt' | 'rw'>;
  readonly kelurahanCode: string | undefined;
  readonly findings: RosterFinding[];
} {
  const { cells } = row;
  const person = { address: cells.ALAMAT.trim(), rt: cells.RT.trim(), rw: cells.RW.trim() };
  const match = territory.find(cells.KECAMATAN, cells.KELURAHAN);
  const findings = territoryFindings(match, row);
  const isAbsent = (column: RosterColumn) => row.absentColumns.includes(column);
  if (person.address === '' && !isAbsent('ALAMAT')) {
    findings.push({ code: 'ADDRESS_BLANK', column: 'ALAMAT', params: {} });
  }
  const blank = (['RT', 'RW'] as const).find((column) => cells[column].trim() === '' && !isAbsent(column));
  if (blank !== undefined) findings.push({ code: 'RT_RW_BLANK', column: blank, params: {} });
  return { person, kelurahanCode: 'code' in match ? match.code : undefined, findings };
}

import {
  buildKelurahanLookup,
  checkRosterRow,
  ROSTER_FINDINGS,
  type FindingSeverity,
  type RosterContext,
  type RosterRowState,
} from '#domain';
import { readRosterRows, sha256OfFile } from '#files';
import { loadCityRegions } from './city-regions.js';

export interface FindingCount {
  readonly code: string;
  readonly severity: FindingSeverity;
  readonly rows: number;
  /** The first rows that have it, as the spreadsheet counts them. */
  readonly firstRows: readonly number[];
}

export interface RosterCheck {
  readonly sha256: string;
  readonly rows: number;
  readonly states: Readonly<Record<RosterRowState, number>>;
  readonly findings: readonly FindingCount[];
}

const ROWS_NAMED = 10;

class FindingTally {
  private readonly counts = new Map<string, { severity: FindingSeverity; rows: number; firstRows: number[] }>();

  add(code: string, severity: FindingSeverity, rowNumber: number): void {
    const count = this.counts.get(code) ?? { severity, rows: 0, firstRows: [] };
    count.rows += 1;
    if (count.firstRows.length < ROWS_NAMED) count.firstRows.push(rowNumber);
    this.counts.set(code, count);
  }

  /** Errors first, then the most frequent. */
  sorted(): FindingCount[] {
    const all = [...this.counts].map(([code, count]) => ({ code, ...count }));
    const weight = ({ severity }: FindingCount) => (severity === 'error' ? 0 : 1);
    return all.sort((left, right) => weight(left) - weight(right) || right.rows - left.rows);
  }
}

/**
 * Checks a whole roster as an import would, without a database: every row by itself, and NIK that occur twice in this
 * file. Counts and row numbers only, no personal data. Throws DomainError for a file that cannot be taken at all.
 */
export async function checkRoster(path: string, cityCode: string, today: string): Promise<RosterCheck> {
  const territory = buildKelurahanLookup(cityCode, loadCityRegions(cityCode));
  const context: RosterContext = { territory, asOf: today };
  const tally = new FindingTally();
  const states = { valid: 0, warning: 0, invalid: 0 };
  const seen = new Set<number>();
  let rows = 0;
  for await (const row of readRosterRows(path)) {
    const { state, findings, person } = checkRosterRow(row, context);
    rows += 1;
    states[state] += 1;
    for (const { code } of findings) tally.add(code, ROSTER_FINDINGS[code], row.rowNumber);
    // Numbers that lost their last digits look alike without being the same person's.
    if (!/^\d{16}$/.test(person.nik) || row.inexactColumns.includes('NIK')) continue;
    const nik = Number(person.nik);
    if (seen.has(nik)) tally.add('NIK_DUPLICATE', 'error', row.rowNumber);
    seen.add(nik);
  }
  return { sha256: await sha256OfFile(path), rows, states, findings: tally.sorted() };
}

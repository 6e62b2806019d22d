import { isRegionCode, parentOf } from './territory.js';
import type { RegionColumn, RegionEntry, RegionFinding, RegionRow } from './region-sheet.js';

const LONGEST_NAME = 120;
/** What is shown of a cell that is no code: enough to find it. */
const SHOWN = 20;

/** What one line says by itself, or everything that is wrong with it. */
export function checkRegionRow({ rowNumber: row, cells, formulas }: RegionRow): {
  entry?: RegionEntry;
  findings: readonly RegionFinding[];
} {
  const findings: RegionFinding[] = [];
  const find = (column: RegionColumn, code: string, details: Readonly<Record<string, string>> = {}) => {
    if (!findings.some((finding) => finding.column === column)) findings.push({ row, column, code, details });
  };
  for (const column of formulas) find(column, 'CELL_FORMULA');
  const code = (cells.KODE ?? '').trim();
  const name = (cells.NAMA ?? '').replace(/\s+/g, ' ').trim();
  if (code === '') find('KODE', 'CELL_EMPTY');
  else if (!isRegionCode(code)) find('KODE', 'REGION_CODE_FORM', { value: code.slice(0, SHOWN) });
  if (name === '') find('NAMA', 'CELL_EMPTY');
  else if (name.length > LONGEST_NAME) find('NAMA', 'CELL_TOO_LONG', { most: `${LONGEST_NAME}` });
  return findings.length > 0 ? { findings } : { findings, entry: { row, code, name } };
}

/**
 * A list of regions as a whole: each code once, and none without the region that it lies in. The order of the lines
 * does not matter. The same line twice is one region.
 */
export class RegionList {
  private readonly byCode = new Map<string, RegionEntry>();
  private readonly contradictions: RegionFinding[] = [];

  add(entry: RegionEntry): void {
    const { row, code, name } = entry;
    const first = this.byCode.get(code);
    if (first === undefined) this.byCode.set(code, entry);
    else if (first.name !== name) {
      const details = { value: code, first: `${first.row}` };
      this.contradictions.push({ row, column: 'NAMA', code: 'REGION_NAME_DIFFERS', details });
    }
  }

  get entries(): readonly RegionEntry[] {
    return [...this.byCode.values()];
  }

  /** Regions that lines of the list lie in and that the list does not hold: somebody else must know them. */
  parentsElsewhere(): string[] {
    const parents = this.entries.map(({ code }) => parentOf(code));
    return [...new Set(parents)].filter((code) => code !== undefined).filter((code) => !this.byCode.has(code));
  }

  /** What is wrong with the list, by row; `known` are the regions that stand already. */
  findings(known: ReadonlySet<string>): RegionFinding[] {
    const orphans = this.entries.flatMap(({ row, code }): RegionFinding[] => {
      const parent = parentOf(code);
      if (parent === undefined || this.byCode.has(parent) || known.has(parent)) return [];
      return [{ row, column: 'KODE', code: 'REGION_PARENT_MISSING', details: { value: code, parent } }];
    });
    return [...this.contradictions, ...orphans].sort((left, right) => left.row - right.row);
  }
}

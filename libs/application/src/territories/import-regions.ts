import type { DataSource, EntityManager } from 'typeorm';
import { checkRegionRow, type RegionFinding, RegionList } from '#domain';
import { readRegionRows, sha256OfFile } from '#files';
import { AuditRepository, inTransaction, type RegionCounts, RegionImportRepository } from '#persistence';

/** More than these are counted, and not listed. */
const MOST_ISSUES = 1_000;

/** Something that is said of a line, or of a region that has no line: then there is no row. */
export interface RegionIssue {
  readonly row: number | null;
  readonly column: string;
  /** REGION_RENAMED and REGION_MISSING_IN_FILE are news; every other code is a mistake, and then nothing is written. */
  readonly code: string;
  readonly details: Readonly<Record<string, string>>;
}

export interface RegionImport extends RegionCounts {
  readonly sha256: string;
  readonly rows: number;
  readonly mistakes: number;
  /** Whether the database holds the list now. */
  readonly isApplied: boolean;
  /** At most a thousand; the numbers beside are the true ones. */
  readonly issues: readonly RegionIssue[];
}

interface Importer {
  /** Undefined for whoever runs the server. */
  readonly officerId?: string;
  readonly requestId?: string;
}

const NOTHING: RegionCounts = { added: 0, changed: 0, unchanged: 0, missing: 0 };

/**
 * Takes a list of regions (CSV, XLSX) whole or not at all: new codes are added, names that differ are changed and said, and
 * what the list lacks is said and stays. The same list again changes nothing. With `isTrial` nothing is kept. Throws
 * DomainError FILE_* and REGION_COLUMNS for a file that cannot be taken at all.
 */
export async function importRegions(
  database: DataSource,
  path: string,
  { isTrial = false, by = {} }: { readonly isTrial?: boolean; readonly by?: Importer } = {},
): Promise<RegionImport> {
  const sha256 = await sha256OfFile(path);
  const { rows, list, findings } = await readList(path);
  return inTransaction(database, async (manager) => {
    const regions = new RegionImportRepository(manager);
    await regions.lock();
    const known = await regions.known(list.parentsElsewhere());
    const mistakes = [...findings, ...list.findings(known)].sort((left, right) => left.row - right.row);
    if (mistakes.length > 0) {
      const issues = mistakes.slice(0, MOST_ISSUES);
      return { sha256, rows, ...NOTHING, mistakes: mistakes.length, isApplied: false, issues };
    }
    await regions.stage(list.entries);
    const counts = await regions.counts();
    const issues = await newsOf(regions);
    if (!isTrial) await write(manager, { sha256, rows, counts, by });
    return { sha256, rows, ...counts, mistakes: 0, isApplied: !isTrial, issues };
  });
}

async function readList(path: string) {
  const list = new RegionList();
  const findings: RegionFinding[] = [];
  let rows = 0;
  for await (const row of readRegionRows(path)) {
    const { entry, findings: found } = checkRegionRow(row);
    rows += 1;
    findings.push(...found);
    if (entry !== undefined) list.add(entry);
  }
  return { rows, list, findings };
}

async function newsOf(regions: RegionImportRepository): Promise<RegionIssue[]> {
  const renamed = (await regions.renamed(MOST_ISSUES)).map(({ row, code, before, name }) => ({
    ...{ row, column: 'NAMA', code: 'REGION_RENAMED', details: { value: code, before, after: name } },
  }));
  const missing = (await regions.missing(MOST_ISSUES)).map(({ code, name }) => ({
    ...{ row: null, column: 'KODE', code: 'REGION_MISSING_IN_FILE', details: { value: code, name } },
  }));
  return [...renamed, ...missing].slice(0, MOST_ISSUES);
}

/** What changes nothing is no act, and leaves no trace. */
async function write(
  manager: EntityManager,
  { sha256, rows, counts, by }: { sha256: string; rows: number; counts: RegionCounts; by: Importer },
): Promise<void> {
  const { added, changed, missing } = counts;
  if (added + changed === 0) return;
  await new RegionImportRepository(manager).apply(by.officerId, by.requestId, sha256);
  await new AuditRepository(manager).note({
    ...{ officerId: by.officerId, requestId: by.requestId },
    ...{ action: 'regions.imported', subjectType: 'region', subjectId: sha256, territoryCode: 'ID' },
    details: { sha256, rows, added, changed, missing, ...(by.officerId === undefined ? { by: 'console' } : {}) },
  });
}

import {
  actingPolicyOf,
  checkOfficerRow,
  type IsoDate,
  type OfficerEntry,
  type OfficerFinding,
  OfficerImport,
} from '#domain';
import { readOfficerRows, sha256OfFile } from '#files';
import { shippedRegions } from '#policies';
import { shippedPolicy } from './shipped-policy.js';

export interface OfficersCheck {
  readonly sha256: string;
  readonly rows: number;
  readonly appointments: number;
  readonly officers: number;
  readonly findings: readonly OfficerFinding[];
}

/** Every territory of the nation as the program ships it; a server may know others since. */
const territories = (): ReadonlySet<string> => new Set(shippedRegions().map(({ code }) => code));

/**
 * Checks a list of officers as an import would, without a database: every line by itself and against the others. What
 * the register holds already, only the server can tell. Throws DomainError for a file that cannot be taken at all.
 */
export async function checkOfficers(path: string, today: IsoDate): Promise<OfficersCheck> {
  const entries: OfficerEntry[] = [];
  const findings: OfficerFinding[] = [];
  let rows = 0;
  for await (const row of readOfficerRows(path)) {
    const { entry, findings: found } = checkOfficerRow(row);
    rows += 1;
    findings.push(...found);
    if (entry !== undefined) entries.push(entry);
  }
  const list = new OfficerImport({
    ...{ today, territories: territories(), policy: actingPolicyOf(shippedPolicy()) },
    ...{ offices: new Map(), officers: new Map(), acting: [] },
  });
  list.addAll(entries);
  return {
    sha256: await sha256OfFile(path),
    rows,
    appointments: list.planned.length,
    officers: new Set(list.planned.map(({ username }) => username)).size,
    findings: [...findings, ...list.findings].sort((left, right) => left.row - right.row),
  };
}

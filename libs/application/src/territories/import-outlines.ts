import type { DataSource, EntityManager } from 'typeorm';
import { checkOutlineFeature, checkOutlines, type OutlineEntry, type OutlineFinding } from '#domain';
import { readOutlineFeatures, sha256OfFile } from '#files';
import { AuditRepository, inTransaction, OutlineRepository, ReferenceRepository } from '#persistence';
import { addOutlines, type OutlineCounts, writeOutlines } from './write-outlines.js';

/** More than these are counted, and not listed. */
const MOST_ISSUES = 1_000;

export interface OutlineIssue extends Omit<OutlineFinding, 'feature'> {
  /** Null for what is said of no feature. */
  readonly feature: number | null;
}

export interface OutlineImport extends OutlineCounts {
  readonly sha256: string;
  readonly features: number;
  readonly mistakes: number;
  /** Whether the database holds the outlines now. */
  readonly isApplied: boolean;
  /** OUTLINE_NOT_JOINED is news; every other code is a mistake, and then nothing is written. At most a thousand. */
  readonly issues: readonly OutlineIssue[];
}

/** Thrown to undo what a trial has written. */
class Trial extends Error {
  constructor(readonly outcome: OutlineImport) {
    super('a trial keeps nothing');
  }
}

/**
 * Takes a GeoJSON file of outlines whole or not at all, and joins kecamatan and cities from those of their parts. Codes
 * that have an outline get the new one; the same file again changes nothing. With `isTrial` nothing is kept. Throws
 * DomainError FILE_* and OUTLINE_FILE for a file that cannot be taken at all.
 */
export async function importOutlines(
  database: DataSource,
  path: string,
  { isTrial = false }: { readonly isTrial?: boolean } = {},
): Promise<OutlineImport> {
  const { features, entries, findings } = await readFeatures(path);
  const sha256 = await sha256OfFile(path);
  try {
    return await inTransaction(database, async (manager) => {
      const mistakes = [...findings, ...checkOutlines(entries, await knownOf(manager, entries))];
      if (mistakes.length > 0) return refusalOf(sha256, features, mistakes);
      await new OutlineRepository(manager).lock();
      const { notJoined, ...counts } = await writeOutlines(manager, entries);
      const issues = notJoined.map((value) => ({ feature: null, code: 'OUTLINE_NOT_JOINED', details: { value } }));
      const outcome = { sha256, features, ...counts, mistakes: 0, isApplied: !isTrial, issues };
      if (isTrial) throw new Trial(outcome);
      await note(manager, outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof Trial) return error.outcome;
    throw error;
  }
}

/** Adds the outlines of a file that ships with the program, for territories that are loaded and have none. */
export async function addShippedOutlines(database: DataSource, path: string): Promise<number> {
  const { entries } = await readFeatures(path);
  return inTransaction(database, (manager) => addOutlines(manager, entries));
}

async function readFeatures(path: string) {
  const features = await readOutlineFeatures(path);
  const checked = features.map((feature, at) => checkOutlineFeature(feature, at + 1));
  return {
    features: features.length,
    entries: checked.flatMap((one) => ('entry' in one ? [one.entry] : [])),
    findings: checked.flatMap((one) => ('finding' in one ? [one.finding] : [])),
  };
}

async function knownOf(manager: EntityManager, entries: readonly OutlineEntry[]): Promise<ReadonlySet<string>> {
  const rows = await new ReferenceRepository(manager).named(entries.map(({ code }) => code));
  return new Set(rows.map(({ code }) => code));
}

function refusalOf(sha256: string, features: number, mistakes: readonly OutlineFinding[]): OutlineImport {
  const issues = mistakes.toSorted((one, other) => one.feature - other.feature).slice(0, MOST_ISSUES);
  const nothing = { added: 0, changed: 0, unchanged: 0, joined: 0 };
  return { sha256, features, ...nothing, mistakes: mistakes.length, isApplied: false, issues };
}

/** What changes nothing is no act, and leaves no trace. */
async function note(
  manager: EntityManager,
  { sha256, features, added, changed, joined }: OutlineImport,
): Promise<void> {
  if (added + changed === 0) return;
  await new AuditRepository(manager).note({
    ...{ action: 'outlines.imported', subjectType: 'region', subjectId: sha256, territoryCode: 'ID' },
    details: { sha256, features, added, changed, joined, by: 'console' },
  });
}

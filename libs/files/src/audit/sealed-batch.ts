export interface FiledEntry {
  readonly id: string;
  readonly line: number;
  readonly hash: Buffer;
}

/** The first entry of a batch that is not as it was sealed, and how. */
export interface BrokenEntry {
  readonly code: 'ENTRY_CHANGED' | 'ENTRY_MISSING' | 'ENTRY_ADDED' | 'ENTRY_DOUBLED' | 'ENTRY_MOVED';
  readonly line?: number;
  readonly entryId?: string;
  /** Where one is missing: its neighbours that are there. */
  readonly afterId?: string;
  readonly beforeId?: string;
}

const key = (hash: Buffer): string => hash.toString('latin1');

/** Holds the entries of a batch against the hashes that its seal keeps; undefined where all are there, in their order. */
export function firstBroken(leaves: readonly Buffer[], entries: readonly FiledEntry[]): BrokenEntry | undefined {
  const at = leaves.findIndex((leaf, index) => entries[index]?.hash.equals(leaf) !== true);
  const first = at === -1 ? (entries.length > leaves.length ? leaves.length : -1) : at;
  return first === -1 ? undefined : broken(leaves, entries, first);
}

function broken(leaves: readonly Buffer[], entries: readonly FiledEntry[], at: number): BrokenEntry {
  const [leaf, entry, before] = [leaves[at], entries[at], entries[at - 1]];
  const afterId = before === undefined ? {} : { afterId: before.id };
  if (entry === undefined) return { code: 'ENTRY_MISSING', ...afterId };
  const place = { line: entry.line, entryId: entry.id };
  const sealedAt = leaves.findIndex((one) => key(one) === key(entry.hash));
  if (sealedAt !== -1 && sealedAt < at) return { code: 'ENTRY_DOUBLED', ...place };
  const stillComes = leaf !== undefined && entries.slice(at + 1).some(({ hash }) => hash.equals(leaf));
  if (sealedAt !== -1) {
    return stillComes
      ? { code: 'ENTRY_MOVED', ...place }
      : { code: 'ENTRY_MISSING', line: entry.line, ...afterId, beforeId: entry.id };
  }
  return { code: stillComes || leaf === undefined ? 'ENTRY_ADDED' : 'ENTRY_CHANGED', ...place };
}

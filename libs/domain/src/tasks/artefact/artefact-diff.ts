/** What one line of an artefact says: a kelurahan's families, a city's quota, a mandate's days. Codes and figures only. */
export type DigestValues = Readonly<Record<string, string | number>>;

/** An artefact in lines by key: small enough to keep for everybody who has seen it. */
export type ArtefactDigest = Readonly<Record<string, DigestValues>>;

export interface ValueChange {
  readonly field: string;
  /** Null where the line did not have it. */
  readonly before: string | number | null;
  readonly after: string | number | null;
}

export interface LineChange {
  readonly key: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly values: readonly ValueChange[];
}

/** What differs between two artefacts, by key; lines and values that are alike are left out. */
export function diffOf(before: ArtefactDigest, after: ArtefactDigest): LineChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.flatMap((key): LineChange[] => {
    const [was, is] = [before[key], after[key]];
    const values = changesOf(was ?? {}, is ?? {});
    if (was !== undefined && is !== undefined) return values.length === 0 ? [] : [{ key, kind: 'changed', values }];
    return [{ key, kind: was === undefined ? 'added' : 'removed', values }];
  });
}

function changesOf(was: DigestValues, is: DigestValues): ValueChange[] {
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return fields
    .map((field) => ({ field, before: was[field] ?? null, after: is[field] ?? null }))
    .filter(({ before, after }) => before !== after);
}

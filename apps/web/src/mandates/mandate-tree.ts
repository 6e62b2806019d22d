import type { Mandate } from '../api/schemas';

/** Each mandate followed by its slices; the order of the list stays within each. */
export function inTreeOrder(mandates: readonly Mandate[]): readonly Mandate[] {
  const ids = new Set(mandates.map(({ id }) => id));
  const below = new Map<string | null, Mandate[]>();
  for (const mandate of mandates) {
    const parent = mandate.parentId !== null && ids.has(mandate.parentId) ? mandate.parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), mandate]);
  }
  const from = (parent: string | null): Mandate[] =>
    (below.get(parent) ?? []).flatMap((mandate) => [mandate, ...from(mandate.id)]);
  return from(null);
}

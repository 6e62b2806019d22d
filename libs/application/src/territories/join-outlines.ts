import { union } from 'polyclip-ts';
import type { Polygon } from '#domain';

type Geometry = Parameters<typeof union>[0];

/**
 * The land of several territories as one: borders that they share fall away. Undefined where their lines cannot be
 * joined, as a line that crosses itself in an unlucky place cannot.
 */
export function joinOutlines(parts: readonly (readonly Polygon[])[]): readonly Polygon[] | undefined {
  const [first, ...others] = parts.map((polygons) => polygons as unknown as Geometry);
  if (first === undefined) return undefined;
  try {
    return union(first, ...others);
  } catch {
    return undefined;
  }
}

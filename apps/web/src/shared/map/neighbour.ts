import type { Shape } from './projection';

export const DIRECTIONS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/**
 * The place that lies nearest in a direction: within a quarter turn of it, or where there is none, anywhere ahead; none
 * at the edge. What lies straight ahead comes before what lies aside.
 */
export function neighbourOf(shapes: readonly Shape[], from: Shape, direction: Direction): Shape | undefined {
  const ahead = shapes.flatMap((shape) => {
    const [x, y] = [shape.centre.x - from.centre.x, shape.centre.y - from.centre.y];
    const isAcross = direction === 'ArrowLeft' || direction === 'ArrowRight';
    const isBack = direction === 'ArrowLeft' || direction === 'ArrowUp';
    const forward = (isAcross ? x : y) * (isBack ? -1 : 1);
    const aside = Math.abs(isAcross ? y : x);
    return forward > 0 ? [{ shape, isAside: aside > forward, cost: forward + 2 * aside }] : [];
  });
  const nearest = ahead.toSorted((one, other) => one.cost - other.cost);
  return (nearest.find(({ isAside }) => !isAside) ?? nearest[0])?.shape;
}

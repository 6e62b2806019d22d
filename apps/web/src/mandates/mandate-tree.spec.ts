import type { Mandate } from '../api/schemas';
import { inTreeOrder } from './mandate-tree';

const row = (id: string, parentId: string | null, depth: number) => ({ id, parentId, depth }) as Mandate;
const idsOf = (rows: readonly Mandate[]): string[] => inTreeOrder(rows).map(({ id }) => id);

test('slices stand below their parent, whatever the order they came in', () => {
  const rows = [row('a', null, 0), row('b', null, 0), row('a1', 'a', 1), row('b1', 'b', 1), row('a1x', 'a1', 2)];
  expect(idsOf(rows)).toEqual(['a', 'a1', 'a1x', 'b', 'b1']);
});

test('a slice whose parent the reader does not see stands by itself', () => {
  expect(idsOf([row('a', null, 0), row('z1', 'z', 1)])).toEqual(['a', 'z1']);
});

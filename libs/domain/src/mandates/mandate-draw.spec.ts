import fc from 'fast-check';
import type { Measure } from '../money/conservation.js';
import { NOTHING } from './mandate-ceiling.js';
import { drawOf, overdrawnBy, type TreeNode } from './mandate-draw.js';

const measure = (families: number): Measure => ({ families, amountRupiah: BigInt(families) * 400_000n });
const part = (territoryCode: string, families: number) => ({ territoryCode, ...measure(families) });

const node = (id: string, territoryCode: string, ceiling: number, more: Partial<TreeNode> = {}): TreeNode => ({
  id,
  parentId: 'city',
  depth: 1,
  territoryCode,
  state: 'accepted',
  ceiling: measure(ceiling),
  used: NOTHING,
  ...more,
});
const CITY = node('city', '32.75', 100, { parentId: null, depth: 0 });
const BARAT = node('barat', '32.75.02', 40);
const KRANJI = node('kranji', '32.75.02.1002', 10, { parentId: 'barat', depth: 2 });
const TREE = [CITY, BARAT, KRANJI];

test('a part counts where it lies and at everything above it', () => {
  const draw = drawOf(TREE, [part('32.75.02.1002', 3), part('32.75.02.1001', 5), part('32.75.03.1001', 7)]);
  expect([...draw]).toEqual([
    ['kranji', measure(3)],
    ['barat', measure(8)],
    ['city', measure(15)],
  ]);
  expect(overdrawnBy(TREE, draw)).toBeUndefined();
});

test('an ended slice takes nothing; its place counts at its parent again', () => {
  const tree = [CITY, { ...BARAT, state: 'revoked' as const }];
  expect([...drawOf(tree, [part('32.75.02.1001', 5)])]).toEqual([['city', measure(5)]]);
});

test.each([
  ['the slice is too small', [part('32.75.02.1002', 11)], 'kranji', 10],
  ['the slice would take what its parent gave on', [part('32.75.02.1001', 31)], 'barat', 30],
  ['the city would take what it gave on', [part('32.75.03.1001', 61)], 'city', 60],
])('%s: refused, with the mandate and what is left of it', (_what, parts, id, left) => {
  expect(overdrawnBy(TREE, drawOf(TREE, parts))).toMatchObject({ id, left: measure(left) });
});

test('a city may use exactly what it has, place by place, and not a family more', () => {
  const all = [part('32.75.02.1002', 10), part('32.75.02.1001', 30), part('32.75.03.1001', 60)];
  expect(overdrawnBy(TREE, drawOf(TREE, all))).toBeUndefined();
  expect(overdrawnBy(TREE, drawOf(TREE, [...all, part('32.75', 1)]))).toMatchObject({ id: 'city' });
});

test('the root is always drawn for the whole, however it is spread', () => {
  const places = fc.constantFrom('32.75', '32.75.02', '32.75.02.1002', '32.75.03.1001');
  const parts = fc.array(
    fc.tuple(places, fc.nat({ max: 50 })).map(([place, families]) => part(place, families)),
    {
      minLength: 1,
    },
  );
  fc.assert(
    fc.property(parts, (drawn) => {
      const families = drawn.reduce((sum, one) => sum + one.families, 0);
      expect(drawOf(TREE, drawn).get('city')?.families).toBe(families);
    }),
  );
});

import fc from 'fast-check';
import { DIRECTIONS, neighbourOf } from './neighbour';
import { drawPlaces, type PlaceOutline } from './projection';

type Corner = readonly [number, number];
const square = ([x, y]: Corner, side = 1): readonly Corner[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];
const place = (territoryCode: string, ...rings: (readonly Corner[])[]): PlaceOutline => ({
  ...{ territoryCode, name: territoryCode, polygons: rings.map((ring) => [ring]) },
});
const numbersOf = (path: string): number[] => (path.match(/-?[\d.]+/g) ?? []).map(Number);

/** A field of three by three squares near the equator, row by row from the north west. */
const field = [0, 1, 2].flatMap((row) => [0, 1, 2].map((at) => place(`${row}${at}`, square([107 + at, 1 - row]))));

test('north is up, east is right, and what touches in the world touches on the screen', () => {
  const { shapes, height } = drawPlaces(field, 300, 400);
  const at = (code: string) => shapes.find(({ territoryCode }) => territoryCode === code)?.centre;
  expect(at('00')?.y).toBeLessThan(at('20')?.y ?? 0);
  expect(at('00')?.x).toBeLessThan(at('02')?.x ?? 0);
  expect(height).toBeGreaterThan(295);
  expect(height).toBeLessThan(305);
  const [first = '', second = ''] = shapes.map(({ path }) => path);
  const right = Math.max(...numbersOf(first).filter((_, index) => index % 2 === 0));
  const left = Math.min(...numbersOf(second).filter((_, index) => index % 2 === 0));
  expect(right).toBe(left);
});

test('holes and islands are drawn; the centre is that of the largest piece', () => {
  const holed: PlaceOutline = {
    ...{ territoryCode: 'a', name: 'a' },
    polygons: [[square([107, 0], 4), square([108, 1])], [square([112, 0])]],
  };
  const [shape] = drawPlaces([holed], 600, 600).shapes;
  expect(shape?.path.match(/M/g)).toHaveLength(3);
  expect(shape?.centre.x).toBeLessThan(300);
});

test('whatever places there are, they lie in the drawing, as large as it allows', () => {
  const corner = fc.tuple(fc.double({ min: 95, max: 140, noNaN: true }), fc.double({ min: -11, max: 5, noNaN: true }));
  const side = fc.double({ min: 0.01, max: 2, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(corner, side), { minLength: 1, maxLength: 8 }), (squares) => {
      const { width, height, shapes } = drawPlaces(
        squares.map(([from, of], at) => place(`${at}`, square(from, of))),
        400,
        500,
      );
      const numbers = shapes.flatMap(({ path }) => numbersOf(path));
      const [xs, ys] = [0, 1].map((odd) => numbers.filter((_, index) => index % 2 === odd)) as [number[], number[]];
      expect(Math.min(...xs, ...ys)).toBeGreaterThanOrEqual(3.9);
      expect(Math.max(...xs)).toBeLessThanOrEqual(width - 3.9);
      expect(Math.max(...ys)).toBeLessThanOrEqual(height - 3.9);
      const isFull = Math.max(...xs) - Math.min(...xs) > 391 || height > 498;
      expect(isFull).toBe(true);
    }),
  );
});

test('arrows go to the neighbour in their direction, and stay at the edge', () => {
  const { shapes } = drawPlaces(field, 300, 400);
  const go = (from: string) => {
    const shape = shapes.find(({ territoryCode }) => territoryCode === from);
    return shape && DIRECTIONS.map((direction) => neighbourOf(shapes, shape, direction)?.territoryCode);
  };
  expect(go('11')).toEqual(['10', '12', '01', '21']);
  expect(go('00')).toEqual([undefined, '01', undefined, '10']);
});

test('where nothing lies straight ahead an arrow goes to what lies aside, and one of two is always reached', () => {
  const { shapes } = drawPlaces([place('a', square([107, 0])), place('b', square([110, 1]))], 300, 400);
  const [a, b] = shapes;
  if (a === undefined || b === undefined) throw new Error('two were drawn');
  expect(DIRECTIONS.map((direction) => neighbourOf(shapes, a, direction))).toEqual([undefined, b, b, undefined]);
  expect(DIRECTIONS.map((direction) => neighbourOf(shapes, b, direction))).toEqual([a, undefined, undefined, a]);
});

test('every place of a field of squares is reached by arrows from every other', () => {
  const { shapes } = drawPlaces(field, 300, 400);
  for (const start of shapes) {
    const reached = new Set([start]);
    for (const shape of reached) {
      for (const direction of DIRECTIONS) {
        const next = neighbourOf(shapes, shape, direction);
        if (next !== undefined) reached.add(next);
      }
    }
    expect(reached.size).toBe(9);
  }
});

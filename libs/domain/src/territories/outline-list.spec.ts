import fc from 'fast-check';
import { checkOutlineFeature, checkOutlines } from './outline-list.js';
import { isClosedRing, isInIndonesia, type Position } from './outline.js';

const SQUARE: readonly Position[] = [
  [107, -6.2],
  [107.1, -6.2],
  [107.1, -6.1],
  [107, -6.1],
  [107, -6.2],
];
const feature = (geometry: unknown, properties: unknown = { code: '32.75.01.1001' }) => ({
  ...{ type: 'Feature', properties, geometry },
});
const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings });

test('a polygon and several are taken, by code or kode, without heights', () => {
  expect(checkOutlineFeature(feature(polygon(SQUARE)), 3)).toEqual({
    entry: { feature: 3, code: '32.75.01.1001', polygons: [[SQUARE]] },
  });
  const high = SQUARE.map(([longitude, latitude]) => [longitude, latitude, 12]);
  const several = feature({ type: 'MultiPolygon', coordinates: [[high], [SQUARE]] }, { kode: ' 32.75 ' });
  expect(checkOutlineFeature(several, 1)).toEqual({
    entry: { feature: 1, code: '32.75', polygons: [[SQUARE], [SQUARE]] },
  });
});

test.each([
  ['OUTLINE_CODE', feature(polygon(SQUARE), {})],
  ['OUTLINE_CODE', feature(polygon(SQUARE), { code: '3275' })],
  ['OUTLINE_CODE', feature(polygon(SQUARE), { code: 32 })],
  ['OUTLINE_CODE', feature(polygon(SQUARE), { code: 'ID' })],
  ['OUTLINE_CODE', null],
  ['OUTLINE_NOT_A_POLYGON', feature({ type: 'Point', coordinates: [107, -6] })],
  ['OUTLINE_NOT_A_POLYGON', feature(null)],
  ['OUTLINE_NOT_A_POLYGON', feature(polygon([[107, 'x']]))],
  ['OUTLINE_NOT_A_POLYGON', feature(polygon())],
  ['OUTLINE_NOT_A_POLYGON', feature({ type: 'MultiPolygon', coordinates: [] })],
  ['OUTLINE_RING_OPEN', feature(polygon(SQUARE.slice(0, 4)))],
  ['OUTLINE_RING_OPEN', feature(polygon([SQUARE[0], SQUARE[1], SQUARE[0]]))],
  ['OUTLINE_OUTSIDE', feature(polygon(SQUARE.map(([longitude, latitude]) => [latitude, longitude])))],
])('refuses with %s what is none: %j', (code, given) => {
  expect(checkOutlineFeature(given, 7)).toMatchObject({ finding: { feature: 7, code } });
});

test('whatever a file holds, a feature is an outline or has a finding, and an outline is closed and in Indonesia', () => {
  const place = fc.tuple(fc.double({ min: 90, max: 145 }), fc.double({ min: -14, max: 9 }));
  const rings = fc.array(fc.array(place, { maxLength: 6 }).map((ring) => [...ring, ...ring.slice(0, 1)]));
  const geometry = fc.oneof(
    fc.anything(),
    rings.map((all) => polygon(...all)),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.anything(),
        geometry.map((one) => feature(one)),
      ),
      (given) => {
        const checked = checkOutlineFeature(given, 1);
        if ('finding' in checked) return;
        const lines = checked.entry.polygons.flat();
        expect(lines.length).toBeGreaterThan(0);
        expect(lines.every(isClosedRing) && lines.flat().every(isInIndonesia)).toBe(true);
      },
    ),
  );
});

test('a code that stands twice is said with where it stood first, one that is not loaded by itself', () => {
  const entries = ['32.75', '32.76', '32.75'].map((code, at) => ({ feature: at + 1, code, polygons: [] }));
  expect(checkOutlines(entries, new Set(['32.75']))).toEqual([
    { feature: 2, code: 'OUTLINE_UNKNOWN', details: { value: '32.76' } },
    { feature: 3, code: 'OUTLINE_TWICE', details: { value: '32.75', first: '1' } },
  ]);
});

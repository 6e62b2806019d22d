import fc from 'fast-check';
import { checkRegionRow, RegionList } from './region-list.js';
import type { RegionEntry, RegionRow } from './region-sheet.js';
import { parentOf } from './territory.js';

const row = (KODE: string, NAMA: string, more: Partial<RegionRow> = {}): RegionRow => ({
  ...{ rowNumber: 7, cells: { KODE, NAMA }, formulas: [] },
  ...more,
});
const listOf = (entries: readonly RegionEntry[]): RegionList => {
  const list = new RegionList();
  for (const entry of entries) list.add(entry);
  return list;
};
const two = fc.integer({ min: 11, max: 13 }).map(String);
const four = fc.integer({ min: 1001, max: 1003 }).map(String);
/** Few codes, so that lists have parents and children in common. */
const code = fc
  .tuple(fc.integer({ min: 1, max: 4 }), two, two, two, four)
  .map(([levels, ...parts]) => parts.slice(0, levels).join('.'));
const entries = fc
  .uniqueArray(code, { maxLength: 30 })
  .map((codes) => codes.map((one, index): RegionEntry => ({ row: index + 2, code: one, name: `Nama ${one}` })));

test('a line is a region, its name without the spaces that nobody sees', () => {
  expect(checkRegionRow(row(' 32.76 ', '  Kota \u00a0 Depok '))).toEqual({
    findings: [],
    entry: { row: 7, code: '32.76', name: 'Kota Depok' },
  });
});

test.each(['3276', '32.7', '32.76.1', '32.76.05.100', '32.76.05.10011', 'ID', '32,76', '32.76.', '٣٢'])(
  'refuses %p as a code, by row and column',
  (value) => {
    const findings = [{ row: 7, column: 'KODE', code: 'REGION_CODE_FORM', details: { value } }];
    expect(checkRegionRow(row(value, 'Nama'))).toEqual({ findings });
  },
);

test('a line says everything that is wrong with it, and of a formula nothing else', () => {
  const codes = (line: RegionRow) => checkRegionRow(line).findings.map(({ column, code: said }) => [column, said]);
  expect(codes(row('', ' '))).toEqual([
    ['KODE', 'CELL_EMPTY'],
    ['NAMA', 'CELL_EMPTY'],
  ]);
  expect(codes(row('32.76', 'x'.repeat(121)))).toEqual([['NAMA', 'CELL_TOO_LONG']]);
  expect(codes(row('=A1', 'Kota Depok', { formulas: ['KODE'] }))).toEqual([['KODE', 'CELL_FORMULA']]);
});

test('one code has one name; the same line twice is one region', () => {
  const list = listOf([
    { row: 2, code: '32', name: 'Jawa Barat' },
    { row: 3, code: '32', name: 'Jawa Barat' },
    { row: 4, code: '32', name: 'Jawa Tengah' },
  ]);
  expect(list.entries).toHaveLength(1);
  expect(list.findings(new Set())).toEqual([
    { row: 4, column: 'NAMA', code: 'REGION_NAME_DIFFERS', details: { value: '32', first: '2' } },
  ]);
});

test('without its parent in the list or before, and only then, a region is refused, in whatever order lines come', () => {
  fc.assert(
    fc.property(entries, fc.uniqueArray(code, { maxLength: 10 }), fc.nat(), (all, before, turn) => {
      const known = new Set(before);
      const codes = new Set(all.map((entry) => entry.code));
      const orphans = all.filter(({ code: one }) => {
        const parent = parentOf(one);
        return parent !== undefined && !codes.has(parent) && !known.has(parent);
      });
      const turned = [...all.slice(turn % (all.length + 1)), ...all.slice(0, turn % (all.length + 1))];
      const found = listOf(turned).findings(known);
      expect(found.map(({ row: at }) => at)).toEqual(orphans.map(({ row: at }) => at).sort((a, b) => a - b));
      expect(found.every(({ code: said }) => said === 'REGION_PARENT_MISSING')).toBe(true);
    }),
  );
});

test('asks for no parent that it holds, and for each other one once', () => {
  fc.assert(
    fc.property(entries, (all) => {
      const parents = listOf(all).parentsElsewhere();
      expect(new Set(parents).size).toBe(parents.length);
      expect(listOf(all).findings(new Set(parents))).toEqual([]);
    }),
  );
});

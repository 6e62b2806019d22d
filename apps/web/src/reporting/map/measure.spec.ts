import fc from 'fast-check';
import type { DashboardPart } from '../../api/schemas';
import { PART_SORTS } from '../dashboard-order';
import { CLASSES, measureOf, shadeOf } from './measure';

const measured = (families: number) => ({ families, amountRupiah: String(families * 400_000) });
function partOf(allocated: number, credited: number, transacted: number, openCases = 0): DashboardPart {
  const nothing = measured(0);
  return {
    ...{ territoryCode: '32.75.01', name: 'Bekasi Timur', openCases, openBreaks: 0, before: null },
    figures: {
      ...{ allocated: measured(allocated), ordered: nothing, credited: measured(credited) },
      ...{ transacted: measured(transacted), notTransacted: nothing, pending: nothing, failed: nothing },
      ...{ unreconciled: nothing, unallocated: nothing, returned: nothing, remainder: nothing },
    },
  };
}

test.each([
  [100, 0],
  [99, 0],
  [98, 1],
  [95, 2],
  [90, 3],
  [76, 3],
  [75, 4],
  [0, 4],
])('of a hundred credited %i have transacted: class %i', (transacted, shade) => {
  expect(shadeOf(measureOf('worst'), partOf(100, 100, transacted))).toBe(shade);
  expect(shadeOf(measureOf('place'), partOf(100, 100, transacted))).toBe(shade);
});

test('a share of fewer than twenty has no class, and where nothing is known there is none', () => {
  expect(shadeOf(measureOf('worst'), partOf(100, 19, 0))).toBe('few');
  expect(shadeOf(measureOf('worst'), partOf(100, 0, 0))).toBe('none');
  expect(shadeOf(measureOf('worst'), undefined)).toBe('none');
  expect(shadeOf(measureOf('cases'), partOf(19, 0, 0, 3))).toBe('few');
  expect(shadeOf(measureOf('allocated'), partOf(19, 0, 0))).toBe(0);
  expect(shadeOf(measureOf('allocated'), partOf(0, 0, 0))).toBe('none');
});

test('cases are a share of the families, not a count of who lives there', () => {
  expect(shadeOf(measureOf('cases'), partOf(1_000, 1_000, 0, 9))).toBe(0);
  expect(shadeOf(measureOf('cases'), partOf(100, 100, 0, 9))).toBe(3);
});

test('bounds rise, and more of what is measured is never a lower class', () => {
  for (const sort of PART_SORTS) {
    const { bounds } = measureOf(sort);
    expect([...bounds]).toEqual(bounds.toSorted((one, other) => one - other));
  }
  const families = fc.integer({ min: 20, max: 100_000 });
  fc.assert(
    fc.property(families, fc.nat(100_000), fc.nat(100_000), (credited, one, other) => {
      const [fewer, more] = [one % (credited + 1), other % (credited + 1)].sort((a, b) => a - b);
      const classOf = (transacted = 0) => shadeOf(measureOf('worst'), partOf(credited, credited, transacted));
      expect(CLASSES).toContain(classOf(fewer));
      expect(Number(classOf(fewer))).toBeGreaterThanOrEqual(Number(classOf(more)));
    }),
  );
});

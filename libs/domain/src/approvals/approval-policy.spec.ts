import fc from 'fast-check';
import { bandFor, canComplete, isComplete, neededOf } from './approval-policy.js';

const officer = fc.integer({ min: 0, max: 9 }).map(String);
const officers = fc.uniqueArray(officer, { maxLength: 10 });
const approval = fc.record({ officerId: officer, actedForId: fc.option(officer) });
const approvals = fc.array(approval, { maxLength: 10 });
const pinned = fc.record({
  needed: fc.integer({ min: 1, max: 10 }),
  requiredOfficerIds: fc.uniqueArray(officer, { maxLength: 3 }),
});

test('one more approval never takes completeness away', () => {
  fc.assert(
    fc.property(pinned, approvals, approval, (group, approved, more) => {
      if (isComplete(group, approved)) expect(isComplete(group, [...approved, more])).toBe(true);
    }),
  );
});

test('the same officer twice counts once', () => {
  fc.assert(
    fc.property(pinned, approvals, (group, approved) => {
      expect(isComplete(group, [...approved, ...approved])).toBe(isComplete(group, approved));
    }),
  );
});

test('nobody approves nothing: without approvals no group is complete', () => {
  fc.assert(
    fc.property(pinned, (group) => {
      expect(isComplete(group, [])).toBe(false);
    }),
  );
});

test('what is complete could be completed', () => {
  fc.assert(
    fc.property(pinned, approvals, officers, (group, approved, eligible) => {
      if (isComplete(group, approved)) expect(canComplete(group, approved, eligible)).toBe(true);
      if (!canComplete(group, approved, eligible)) expect(isComplete(group, approved)).toBe(false);
    }),
  );
});

const group = { role: 'kpa' } as const;

test.each([
  ['any', undefined, 5, 1],
  ['all', undefined, 5, 5],
  ['count', 3, 5, 3],
  ['percent', 50, 5, 3],
  ['percent', 1, 5, 1],
  ['percent', 100, 5, 5],
  ['all', undefined, 0, 1],
] as const)('%s %s of %i officers asks for %i', (mode, value, pool, needed) => {
  expect(neededOf({ ...group, mode, value }, pool)).toBe(needed);
});

test('who is required by name is counted', () => {
  expect(neededOf({ ...group, mode: 'any', requiredOfficerIds: ['a', 'b'] }, 3)).toBe(2);
  const both = { needed: 2, requiredOfficerIds: ['a', 'b'] };
  const yes = (officerId: string, actedForId: string | null = null) => ({ officerId, actedForId });
  expect(isComplete(both, [yes('a'), yes('c')])).toBe(false);
  expect(isComplete(both, [yes('a'), yes('b')])).toBe(true);
  expect(isComplete(both, [yes('a'), yes('c', 'b')])).toBe(true);
});

test('the band of an amount is the last that begins at or below it', () => {
  const bands = [0n, 1_000n, 5_000n].map((fromRupiah) => ({ fromRupiah, groups: [] }));
  expect([0n, 999n, 1_000n, 4_999n, 5_000n, 9_999n].map((amount) => bandFor(bands, amount)?.fromRupiah)).toEqual([
    0n,
    0n,
    1_000n,
    1_000n,
    5_000n,
    5_000n,
  ]);
});

import fc from 'fast-check';
import { type EffectSpan, sideOf } from './effect-sides.js';
import { byNeed, NEED_SORTS, needOf, type NeedCounts } from './need.js';
import { demandBegun, demandDay, demandPlanned, demandSame, type SessionFacts } from './session-life.js';

const counts = (more: Partial<NeedCounts> = {}): NeedCounts => ({
  ...{ credited: 200, notTransacted: 40, found: 10 },
  mendable: { not_informed: 3, pin_blocked: 1, card_not_received: 1 },
  ...more,
});

test('the need is the part of the credited that went without for a reason that a session mends', () => {
  expect(needOf(counts())).toEqual({ notTransactedShare: 0.2, mendableShare: 0.5, need: 0.1 });
});

test('where nobody was visited, or credited, there is no need, and not one of nought', () => {
  const nobody = { not_informed: 0, pin_blocked: 0, card_not_received: 0 };
  expect(needOf(counts({ found: 0, mendable: nobody }))).toEqual({
    ...{ notTransactedShare: 0.2, mendableShare: null, need: null },
  });
  expect(needOf(counts({ credited: 0, notTransacted: 0 }))).toMatchObject({ notTransactedShare: null, need: null });
});

const placed = fc
  .record({
    at: fc.integer({ min: 0, max: 999 }),
    credited: fc.integer({ min: 0, max: 9 }),
    found: fc.integer({ min: 0, max: 9 }),
  })
  .chain(({ at, credited, found }) =>
    fc
      .tuple(fc.integer({ min: 0, max: credited }), fc.integer({ min: 0, max: found }))
      .map(([notTransacted, mended]) => {
        const row = {
          ...{ code: `32.75.01.1${String(at).padStart(3, '0')}`, credited, notTransacted, found },
          mendable: { not_informed: mended, pin_blocked: 0, card_not_received: 0 },
        };
        return { ...row, ...needOf(row) };
      }),
  );

test('every order keeps everybody; the greatest need comes first and what is not known last', () => {
  fc.assert(
    fc.property(fc.array(placed, { maxLength: 20 }), fc.constantFrom(...NEED_SORTS), (rows, sort) => {
      const sorted = byNeed(rows, sort);
      expect(sorted.toSorted((a, b) => a.code.localeCompare(b.code))).toHaveLength(rows.length);
      expect(new Set(sorted)).toEqual(new Set(rows));
      if (sort !== 'need') return;
      const needs = sorted.map(({ need }) => need ?? -1);
      expect(needs).toEqual(needs.toSorted((a, b) => b - a));
    }),
  );
});

const session = (more: Partial<SessionFacts> = {}): SessionFacts => ({
  ...{ state: 'planned', onDay: '2023-05-10', version: 3 },
  ...more,
});
const codeOf = (work: () => unknown): unknown => {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
};

test('a session is planned for today or a day to come, and not for next year', () => {
  expect(
    codeOf(() => {
      demandDay('2023-05-10', '2023-05-10', '2023-11-10');
    }),
  ).toBeUndefined();
  expect(
    codeOf(() => {
      demandDay('2023-05-09', '2023-05-10', '2023-11-10');
    }),
  ).toBe('OUTREACH_SESSION_PAST');
  expect(
    codeOf(() => {
      demandDay('2023-11-11', '2023-05-10', '2023-11-10');
    }),
  ).toBe('OUTREACH_SESSION_FAR');
});

test.each([
  ['a planned one on its day', session(), '2023-05-10', undefined],
  ['a planned one afterwards', session(), '2023-06-10', undefined],
  ['one before its day', session(), '2023-05-09', 'OUTREACH_SESSION_TO_COME'],
  ['one that was held', session({ state: 'held' }), '2023-05-10', 'OUTREACH_SESSION_HELD'],
  ['one that was cancelled', session({ state: 'cancelled' }), '2023-05-10', 'OUTREACH_SESSION_CANCELLED'],
])('%s is held or refused', (_, facts, today, code) => {
  expect(
    codeOf(() => {
      demandBegun(facts, today);
    }),
  ).toBe(code);
});

test('what is over is neither held again nor cancelled; a plan that somebody else changed is read again first', () => {
  expect(
    codeOf(() => {
      demandPlanned(session({ state: 'held' }));
    }),
  ).toBe('OUTREACH_SESSION_HELD');
  expect(
    codeOf(() => {
      demandPlanned(session({ state: 'cancelled' }));
    }),
  ).toBe('OUTREACH_SESSION_CANCELLED');
  expect(
    codeOf(() => {
      demandSame(session(), 3);
    }),
  ).toBeUndefined();
  expect(
    codeOf(() => {
      demandSame(session(), 2);
    }),
  ).toBe('OUTREACH_SESSION_CHANGED');
});

const span: EffectSpan = { firstBefore: '2023-03-20', lastBefore: '2023-03-25', lastAfter: '2023-06-20', days: 30 };

test.each([
  ['no session', [], 'other'],
  ['one long before', ['2023-03-19'], 'other'],
  ['one on the first day of money', ['2023-03-20'], 'touched'],
  ['one on the last day of the days before', ['2023-04-24'], 'touched'],
  ['one on the day after', ['2023-04-25'], 'treated'],
  ['one on the last day of money of the period after', ['2023-06-20'], 'treated'],
  ['one too late to have done all it could', ['2023-06-21'], 'touched'],
  ['one after everything was counted', ['2023-07-21'], 'other'],
  ['one in time and one during the count before', ['2023-04-01', '2023-05-02'], 'touched'],
  ['one in time and one during the count after', ['2023-05-02', '2023-07-01'], 'treated'],
] as const)('%s puts a kelurahan on its side', (_, heldOn, side) => {
  expect(sideOf(heldOn, span)).toBe(side);
});

import fc from 'fast-check';
import { greedyPlan } from './greedy-plan.js';
import { aVisitProblem } from './visit-plan.factory.js';
import {
  capacityWithin,
  type CaseGroup,
  comparePlans,
  mayVisit,
  planFaults,
  scoreOf,
  type Visitor,
} from './visit-plan.js';

const tksk: Visitor = { key: 'tksk', role: 'tksk', territoryCode: '32.75.02', perWorkingDay: 3 };
const psm: Visitor = { key: 'psm', role: 'psm', territoryCode: '32.75.02.1001', perWorkingDay: 1 };
const kranji: CaseGroup = { key: 'kranji', kelurahanCode: '32.75.02.1001', cases: 10, workingDays: 3 };
const bintara: CaseGroup = { key: 'bintara', kelurahanCode: '32.75.02.1002', cases: 5, workingDays: 2 };
const nowhere = (): number => 0;

test('what is due first goes first, the rest to whoever has time, and what nobody can do is in no move', () => {
  const problem = { groups: [kranji, bintara], visitors: [tksk, psm], metres: nowhere };
  const plan = greedyPlan(problem);
  expect(plan).toEqual([
    { visitor: 'tksk', group: 'bintara', cases: 5 },
    { visitor: 'tksk', group: 'kranji', cases: 4 },
    { visitor: 'psm', group: 'kranji', cases: 3 },
  ]);
  expect(scoreOf(problem, plan)).toEqual({ missed: 3, heaviest: 1_000_000, metres: 0 });
});

test('the nearer of two visits', () => {
  const near = { ...psm, key: 'near', perWorkingDay: 9 };
  const metres = ({ key }: Visitor): number => (key === 'near' ? 100 : 900);
  const problem = { groups: [kranji], visitors: [tksk, near], metres };
  expect(greedyPlan(problem)).toEqual([{ visitor: 'near', group: 'kranji', cases: 10 }]);
  expect(scoreOf(problem, greedyPlan(problem)).metres).toBe(1000);
});

test.each([
  ['a TKSK of the kecamatan', tksk, true],
  ['a TKSK of another', { ...tksk, territoryCode: '32.75.03' }, false],
  ['a volunteer of the kelurahan', psm, true],
  ['a volunteer of its neighbour', { ...psm, territoryCode: '32.75.02.1002' }, false],
  ['the camat, who visits nobody', { ...tksk, role: 'camat' as const }, false],
])('%s', (_, visitor, may) => {
  expect(mayVisit(visitor, kranji)).toBe(may);
});

test('a rate below one is a case every few days, and no day is no case', () => {
  expect(capacityWithin({ ...tksk, perWorkingDay: 0.1 }, 29)).toBe(2);
  expect(capacityWithin({ ...tksk, perWorkingDay: 0.1 }, 30)).toBe(3);
  expect(capacityWithin(tksk, -1)).toBe(0);
});

test.each([
  ['group', [{ visitor: 'tksk', group: 'no-such', cases: 1 }]],
  ['visitor', [{ visitor: 'no-such', group: 'kranji', cases: 1 }]],
  ['territory', [{ visitor: 'psm', group: 'bintara', cases: 1 }]],
  ['count', [{ visitor: 'tksk', group: 'kranji', cases: 0.5 }]],
  ['cases', [{ visitor: 'tksk', group: 'bintara', cases: 6 }]],
  ['capacity', [{ visitor: 'tksk', group: 'kranji', cases: 10 }]],
])('a plan with a fault in its %s is found out', (fault, plan) => {
  expect(planFaults({ groups: [kranji, bintara], visitors: [tksk, psm], metres: nowhere }, plan)).toContain(fault);
});

test('the greedy plan is without fault, the same for the same, and never leaves a case that somebody had time for', () => {
  fc.assert(
    fc.property(aVisitProblem({ groups: 6, visitors: 6, cases: 12 }), (problem) => {
      const plan = greedyPlan(problem);
      expect(planFaults(problem, plan)).toEqual([]);
      expect(greedyPlan({ ...problem, groups: [...problem.groups] })).toEqual(plan);
      const given = (key: string): number =>
        plan.filter(({ group }) => group === key).reduce((sum, { cases }) => sum + cases, 0);
      const open = problem.groups.filter(({ key, cases }) => given(key) < cases);
      for (const group of open)
        for (const visitor of problem.visitors.filter((one) => mayVisit(one, group)))
          expect(planFaults(problem, [...plan, { visitor: visitor.key, group: group.key, cases: 1 }])).toContain(
            'capacity',
          );
    }),
  );
});

test('missed cases weigh more than imbalance, and that more than the way', () => {
  const score = { missed: 1, heaviest: 1, metres: 1 };
  expect(comparePlans(score, score)).toBe(0);
  expect(comparePlans({ missed: 0, heaviest: 9, metres: 9 }, score)).toBeLessThan(0);
  expect(comparePlans({ missed: 1, heaviest: 0, metres: 9 }, score)).toBeLessThan(0);
  expect(comparePlans({ missed: 1, heaviest: 1, metres: 0 }, score)).toBeLessThan(0);
});

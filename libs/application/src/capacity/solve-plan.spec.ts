import fc from 'fast-check';
import {
  comparePlans,
  greedyPlan,
  mayVisit,
  planFaults,
  type PlanScore,
  scoreOf,
  type VisitPlan,
  type VisitProblem,
} from '#domain';
import { aVisitProblem } from '../../../domain/src/capacity/visit-plan.factory.js';
import { endSolver } from './linear-programmes.js';
import { solvePlan } from './solve-plan.js';

afterAll(endSolver);

/** Every plan there is, tried one after another. */
function bestByForce(problem: VisitProblem): PlanScore {
  const pairs = problem.visitors.flatMap((visitor) =>
    problem.groups.filter((group) => mayVisit(visitor, group)).map((group) => ({ visitor, group })),
  );
  let best = scoreOf(problem, []);
  const tryFrom = (place: number, plan: VisitPlan): void => {
    const pair = pairs[place];
    if (planFaults(problem, plan).length > 0) return;
    if (pair === undefined) {
      const score = scoreOf(problem, plan);
      if (comparePlans(score, best) < 0) best = score;
      return;
    }
    for (let cases = 0; cases <= pair.group.cases; cases += 1) {
      const move = { visitor: pair.visitor.key, group: pair.group.key, cases };
      tryFrom(place + 1, cases === 0 ? plan : [...plan, move]);
    }
  };
  tryFrom(0, []);
  return best;
}

test('on small problems it is as good as the best of all plans there are', async () => {
  await fc.assert(
    fc.asyncProperty(aVisitProblem({ groups: 3, visitors: 3, cases: 3 }), async (problem) => {
      expect((await solvePlan(problem)).score).toEqual(bestByForce(problem));
    }),
    { numRuns: 60 },
  );
});

test('it is never worse than the rule of thumb, has no fault, and is the same for the same', async () => {
  await fc.assert(
    fc.asyncProperty(aVisitProblem({ groups: 6, visitors: 6, cases: 40 }), async (problem) => {
      const { plan, score, greedy } = await solvePlan(problem);
      expect(planFaults(problem, plan)).toEqual([]);
      expect(score).toEqual(scoreOf(problem, plan));
      expect(greedy).toEqual(scoreOf(problem, greedyPlan(problem)));
      expect(comparePlans(score, greedy)).toBeLessThanOrEqual(0);
      expect((await solvePlan(problem)).plan).toEqual(plan);
    }),
    { numRuns: 40 },
  );
});

test('it leaves time for whom the rule of thumb forgets', async () => {
  const group = (key: string, kelurahanCode: string) => ({ key, kelurahanCode, cases: 4, workingDays: 2 });
  const visitor = (key: string, role: 'tksk' | 'psm', territoryCode: string) => ({
    ...{ key, role, territoryCode, perWorkingDay: 2 },
  });
  const problem: VisitProblem = {
    groups: [group('kranji', '32.75.02.1001'), group('bintara', '32.75.02.1002')],
    visitors: [visitor('tksk', 'tksk', '32.75.02'), visitor('psm', 'psm', '32.75.02.1001')],
    metres: () => 0,
  };
  const { plan, score, greedy } = await solvePlan(problem);
  expect([greedy.missed, score.missed]).toEqual([4, 0]);
  expect(plan).toEqual([
    { visitor: 'tksk', group: 'bintara', cases: 4 },
    { visitor: 'psm', group: 'kranji', cases: 4 },
  ]);
});

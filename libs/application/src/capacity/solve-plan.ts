import {
  capacityWithin,
  type CaseGroup,
  comparePlans,
  deadlinesOf,
  greedyPlan,
  mayVisit,
  planFaults,
  type PlanScore,
  scoreOf,
  type Visitor,
  type VisitPlan,
  type VisitProblem,
} from '#domain';
import { type Solved, solveProgramme } from './linear-programmes.js';

export interface SolvedPlan {
  readonly plan: VisitPlan;
  readonly score: PlanScore;
  /** What the rule of thumb comes to, beside it. */
  readonly greedy: PlanScore;
}

/** A pair of visitor and group that may come together, under the name of its column. */
interface Pair {
  readonly name: string;
  readonly visitor: Visitor;
  readonly group: CaseGroup;
  readonly metres: number;
}

type Bound = (visitor: Visitor, workingDays: number) => number;

/**
 * The best plan there is: the fewest cases missed; among those the smallest largest burden; among those the shortest way. Each is a
 * linear programme whose corners are whole numbers, because its rows are two nested families of sets: cases of a group, of all
 * groups; and a visitor's cases by deadline. Never worse than the greedy plan, which stands where it is as good. Equal input gives
 * an equal plan. Throws PLANNER_BUSY.
 */
export async function solvePlan(problem: VisitProblem): Promise<SolvedPlan> {
  const byRule = greedyPlan(problem);
  const greedy = scoreOf(problem, byRule);
  const pairs = pairsOf(problem);
  if (pairs.length === 0) return { plan: byRule, score: greedy, greedy };
  const most = await mostPlaced(problem, pairs, capacityWithin);
  const bound = await lightestBound(problem, pairs, most);
  const way = programme(problem, pairs, { bound, placed: most, objective: ({ metres }) => metres, aim: 'Minimize' });
  const plan = planFrom(pairs, await solveProgramme(way));
  const score = scoreOf(problem, plan);
  const faults = planFaults(problem, plan);
  if (faults.length > 0) throw new Error(`the solver's plan is faulty: ${faults.join(', ')}`);
  return comparePlans(score, greedy) < 0 ? { plan, score, greedy } : { plan: byRule, score: greedy, greedy };
}

const pairsOf = ({ groups, visitors, metres }: VisitProblem): Pair[] =>
  visitors.flatMap((visitor, v) =>
    groups.flatMap((group, g) =>
      group.cases > 0 && mayVisit(visitor, group) && capacityWithin(visitor, group.workingDays) > 0
        ? [{ name: `x${v}_${g}`, visitor, group, metres: metres(visitor, group) }]
        : [],
    ),
  );

async function mostPlaced(problem: VisitProblem, pairs: readonly Pair[], bound: Bound): Promise<number> {
  const solved = await solveProgramme(programme(problem, pairs, { bound, objective: () => 1, aim: 'Maximize' }));
  return planFrom(pairs, solved).reduce((sum, { cases }) => sum + cases, 0);
}

/** The shares of their capacity that somebody's burden can be, in order: a burden is a whole number of cases. */
function sharesOf({ groups }: VisitProblem, visitors: readonly Visitor[]): number[] {
  const capacities = new Set(
    deadlinesOf(groups).flatMap((days) => visitors.map((visitor) => capacityWithin(visitor, days))),
  );
  const shares = [...capacities].flatMap((capacity) => Array.from({ length: capacity }, (_, n) => (n + 1) / capacity));
  return [...new Set(shares)].sort((one, other) => one - other);
}

/** By halving: the smallest share of everybody's capacity within which as many cases find a place as within all of it. */
async function lightestBound(problem: VisitProblem, pairs: readonly Pair[], most: number): Promise<Bound> {
  const visitors = [...new Set(pairs.map(({ visitor }) => visitor))];
  const shares = sharesOf(problem, visitors);
  let [low, high] = [0, shares.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    const placed = await mostPlaced(problem, pairs, within(shares[middle] ?? 1));
    if (placed < most) low = middle + 1;
    else high = middle;
  }
  return within(shares[low] ?? 1);
}

const within =
  (share: number): Bound =>
  (visitor, workingDays) =>
    Math.floor(capacityWithin(visitor, workingDays) * share + 1e-9);

interface Wanted {
  readonly bound: Bound;
  readonly placed?: number;
  readonly objective: (pair: Pair) => number;
  readonly aim: 'Maximize' | 'Minimize';
}

/** The programme in HiGHS' LP format: a column for each pair, a row for each group and for each visitor by each deadline. */
function programme({ groups, visitors }: VisitProblem, pairs: readonly Pair[], wanted: Wanted): string {
  const terms = (some: readonly Pair[], factor: (pair: Pair) => number): string =>
    some.map((pair) => `+ ${factor(pair)} ${pair.name}`).join('\n');
  const one = (): number => 1;
  const rows = [
    ...groups.map((group) => [pairs.filter((pair) => pair.group === group), group.cases] as const),
    ...visitors.flatMap((visitor) => {
      const own = pairs.filter((pair) => pair.visitor === visitor);
      const days = deadlinesOf(own.map(({ group }) => group));
      return days.map(
        (day) => [own.filter(({ group }) => group.workingDays <= day), wanted.bound(visitor, day)] as const,
      );
    }),
  ].filter(([some]) => some.length > 0);
  return [
    ...[wanted.aim, `goal: ${terms(pairs, wanted.objective)}`, 'Subject To'],
    ...rows.map(([some, most], place) => `r${place}: ${terms(some, one)} <= ${most}`),
    ...(wanted.placed === undefined ? [] : [`all: ${terms(pairs, one)} >= ${wanted.placed}`]),
    'End',
  ].join('\n');
}

function planFrom(pairs: readonly Pair[], { isOptimal, columns }: Solved): VisitPlan {
  if (!isOptimal) throw new Error('a programme that allows doing nothing has a best answer');
  return pairs
    .map(({ name, visitor, group }) => ({
      ...{ visitor: visitor.key, group: group.key },
      cases: Math.round(columns[name] ?? 0),
    }))
    .filter(({ cases }) => cases > 0);
}

import {
  capacityWithin,
  type CaseGroup,
  mayVisit,
  type VisitMove,
  type VisitPlan,
  type VisitProblem,
} from './visit-plan.js';

/**
 * The rule of thumb: what is due first goes first, to whoever is nearest and has time left before that deadline. Equal input
 * gives an equal plan, and what it gives to anybody they can do.
 */
export function greedyPlan({ groups, visitors, metres }: VisitProblem): VisitPlan {
  const loads = new Map(visitors.map(({ key }) => [key, 0]));
  const moves: VisitMove[] = [];
  for (const group of groups.toSorted((one, other) => one.workingDays - other.workingDays)) {
    let left = group.cases;
    const near = visitors
      .filter((visitor) => mayVisit(visitor, group))
      .toSorted((one, other) => metres(one, group) - metres(other, group));
    for (const visitor of near) {
      const load = loads.get(visitor.key) ?? 0;
      const cases = Math.min(left, roomOf(capacityWithin(visitor, group.workingDays), load, group));
      if (cases <= 0) continue;
      moves.push({ visitor: visitor.key, group: group.key, cases });
      loads.set(visitor.key, load + cases);
      left -= cases;
    }
  }
  return moves;
}

/** What was given before is due no later, so it all counts. */
const roomOf = (capacity: number, load: number, { workingDays }: CaseGroup): number =>
  workingDays <= 0 ? 0 : Math.max(0, capacity - load);

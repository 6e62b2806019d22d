import type { Role } from '../organisation/role.js';
import { covers } from '../territories/territory.js';

/** Cases of one kelurahan with one deadline that wait for a visit. */
export interface CaseGroup {
  readonly key: string;
  readonly kelurahanCode: string;
  readonly cases: number;
  /** Working days from tomorrow to the deadline; 0 or less when it has come. */
  readonly workingDays: number;
}

/** Somebody who visits families, or would if there were one more. */
export interface Visitor {
  readonly key: string;
  readonly role: Role;
  /** Where the post is held: no plan sends anybody beyond. */
  readonly territoryCode: string;
  /** Visits a working day: measured, or entered by whoever plans. */
  readonly perWorkingDay: number;
}

/** What is to be spread over whom. The order of groups and visitors decides between equals. */
export interface VisitProblem {
  readonly groups: readonly CaseGroup[];
  readonly visitors: readonly Visitor[];
  /** Metres from where a visitor is at home to where a group lives; 0 where no place is known. */
  readonly metres: (visitor: Visitor, group: CaseGroup) => number;
}

/** So many cases of a group go to a visitor, who visits them before the deadline. */
export interface VisitMove {
  readonly visitor: string;
  readonly group: string;
  readonly cases: number;
}

/** Cases that are in no move stay where they are, and will not be visited in time. */
export type VisitPlan = readonly VisitMove[];

/** How good a plan is; the first that differs decides, and less is better. */
export interface PlanScore {
  /** Cases that nobody reaches before their deadline. */
  readonly missed: number;
  /** The share of what they can do until a deadline that is asked of whoever has most to do, in millionths. */
  readonly heaviest: number;
  /** Metres as the crow flies, one way, over all cases. */
  readonly metres: number;
}

/** Those to whom visits may be handed beside TKSK, where the programme's policy says so. */
export const VISIT_HELPERS = ['psm', 'kelurahan_operator', 'pkh_companion'] as const satisfies readonly Role[];
export type VisitHelper = (typeof VISIT_HELPERS)[number];

export const isVisitHelper = (role: Role): role is VisitHelper => (VISIT_HELPERS as readonly Role[]).includes(role);

/** Whether the visitor's post reaches these families. */
export const mayVisit = ({ role, territoryCode }: Visitor, { kelurahanCode }: CaseGroup): boolean =>
  (role === 'tksk' || isVisitHelper(role)) && covers(territoryCode, kelurahanCode);

/** Cases that a visitor can visit within so many working days. */
export const capacityWithin = ({ perWorkingDay }: Visitor, workingDays: number): number =>
  Math.max(0, Math.floor(perWorkingDay * workingDays + 1e-9));

/** The deadlines that there are, in working days, the nearest first. */
export const deadlinesOf = (groups: readonly CaseGroup[]): number[] =>
  [...new Set(groups.map(({ workingDays }) => workingDays))].sort((one, other) => one - other);

/** What a visitor has to do by a deadline, and what they can. */
export interface VisitorLoad {
  readonly visitor: Visitor;
  readonly workingDays: number;
  readonly load: number;
  readonly capacity: number;
}

/** The load of each visitor by each deadline that one of their cases has. */
export function loadsOf({ groups, visitors }: VisitProblem, plan: VisitPlan): VisitorLoad[] {
  const groupOf = new Map(groups.map((group) => [group.key, group]));
  return visitors.flatMap((visitor) => {
    const own = plan
      .filter((move) => move.visitor === visitor.key)
      .map(({ group, cases }) => ({ cases, workingDays: groupOf.get(group)?.workingDays ?? 0 }));
    return [...new Set(own.map(({ workingDays }) => workingDays))].map((workingDays) => ({
      ...{ visitor, workingDays, capacity: capacityWithin(visitor, workingDays) },
      load: own.filter((one) => one.workingDays <= workingDays).reduce((sum, { cases }) => sum + cases, 0),
    }));
  });
}

const MILLION = 1_000_000;

export function scoreOf(problem: VisitProblem, plan: VisitPlan): PlanScore {
  const { groups, visitors, metres } = problem;
  const groupOf = new Map(groups.map((group) => [group.key, group]));
  const visitorOf = new Map(visitors.map((visitor) => [visitor.key, visitor]));
  const all = groups.reduce((sum, { cases }) => sum + cases, 0);
  const placed = plan.reduce((sum, { cases }) => sum + cases, 0);
  const heaviest = loadsOf(problem, plan).map(({ load, capacity }) => load / capacity);
  const way = plan.reduce((sum, move) => {
    const [visitor, group] = [visitorOf.get(move.visitor), groupOf.get(move.group)];
    return visitor && group ? sum + move.cases * metres(visitor, group) : sum;
  }, 0);
  return { missed: all - placed, heaviest: Math.round(Math.max(0, ...heaviest) * MILLION), metres: way };
}

/** Negative where the first is better, 0 where they are as good. */
export function comparePlans(one: PlanScore, other: PlanScore): number {
  return one.missed - other.missed || one.heaviest - other.heaviest || one.metres - other.metres;
}

export type PlanFault = 'group' | 'visitor' | 'territory' | 'count' | 'cases' | 'capacity';

/** What is wrong with a plan: nothing, where every case is given once at most, within territories and within what anybody can do. */
export function planFaults(problem: VisitProblem, plan: VisitPlan): PlanFault[] {
  const groupOf = new Map(problem.groups.map((group) => [group.key, group]));
  const visitorOf = new Map(problem.visitors.map((visitor) => [visitor.key, visitor]));
  const faults = new Set<PlanFault>();
  const given = new Map<string, number>();
  for (const { visitor, group, cases } of plan) {
    const [who, what] = [visitorOf.get(visitor), groupOf.get(group)];
    if (what === undefined) faults.add('group');
    if (who === undefined) faults.add('visitor');
    if (who !== undefined && what !== undefined && !mayVisit(who, what)) faults.add('territory');
    if (!Number.isInteger(cases) || cases <= 0) faults.add('count');
    given.set(group, (given.get(group) ?? 0) + cases);
  }
  if (problem.groups.some(({ key, cases }) => (given.get(key) ?? 0) > cases)) faults.add('cases');
  if (loadsOf(problem, plan).some(({ load, capacity }) => load > capacity)) faults.add('capacity');
  return [...faults];
}

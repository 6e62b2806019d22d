import { endSolver, solvePlan } from '#application';
import { type CaseGroup, scoreOf, type Visitor, type VisitProblem } from '#domain';
import { atMost, type BenchRow, median, seconds } from '../row.js';

const MOST_SECONDS = 5;
const ROUNDS = 5;
const KECAMATAN = 12;
const DESKS = 56;
const CASES = 600;

/**
 * The planner on a city's 56 desks of 600 cases each with two deadlines, a TKSK a kecamatan, an operator and a volunteer a kelurahan
 * and a companion a kecamatan: how long the best plan takes, thread included, and the cases that it misses for each that the rule of
 * thumb misses.
 */
export async function followUpSuite(): Promise<BenchRow[]> {
  const problem = aCity();
  const took: number[] = [];
  const missed = { solver: 0, greedy: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    took.push(
      await seconds(async () => {
        const { score, greedy, plan } = await solvePlan(problem);
        Object.assign(missed, { solver: scoreOf(problem, plan).missed, greedy: greedy.missed });
        console.log(`follow-up  plan ${JSON.stringify(score)}, rule of thumb ${JSON.stringify(greedy)}`);
      }),
    );
  }
  await endSolver();
  return [
    atMost('follow-up', 'plan', median(took), 's', MOST_SECONDS),
    atMost('follow-up', 'missed', missed.solver, 'cases', missed.greedy),
  ];
}

/** Rates and places by their number alone, so that every run has the same city. */
function aCity(): VisitProblem {
  const kecamatan = (n: number): string => `32.75.${String((n % KECAMATAN) + 1).padStart(2, '0')}`;
  const kelurahan = (n: number): string => `${kecamatan(n)}.${1001 + Math.floor(n / KECAMATAN)}`;
  const desks = Array.from({ length: DESKS }, (_, n) => n);
  const groups = desks.flatMap((n): CaseGroup[] =>
    [20, 45].map((workingDays) => ({
      ...{ key: `${n}:${workingDays}`, kelurahanCode: kelurahan(n), cases: CASES / 2, workingDays },
    })),
  );
  const visitor = (role: Visitor['role'], territoryCode: string, perWorkingDay: number): Visitor => ({
    ...{ key: `${role}:${territoryCode}`, role, territoryCode, perWorkingDay },
  });
  const visitors = [
    ...Array.from({ length: KECAMATAN }, (_, n) => visitor('tksk', kecamatan(n), 18 + (n % 5))),
    ...Array.from({ length: KECAMATAN }, (_, n) => visitor('pkh_companion', kecamatan(n), 6 + (n % 3))),
    ...desks.map((n) => visitor('psm', kelurahan(n), 2 + (n % 4))),
    ...desks.map((n) => visitor('kelurahan_operator', kelurahan(n), 1 + (n % 2))),
  ];
  const metres = ({ key }: Visitor, group: CaseGroup): number =>
    (key.length * 977 + groups.indexOf(group) * 131) % 6000;
  return { groups, visitors, metres };
}

import fc from 'fast-check';
import type { CaseGroup, Visitor, VisitProblem } from './visit-plan.js';

interface Sizes {
  readonly groups: number;
  readonly visitors: number;
  readonly cases: number;
}

const KELURAHAN = ['32.75.01.1001', '32.75.01.1002', '32.75.02.1001', '32.75.02.1002'];

/** Small problems, in which posts of two kecamatan and of their kelurahan overlap as real ones do. */
export const aVisitProblem = (most: Sizes): fc.Arbitrary<VisitProblem> =>
  fc
    .record({
      groups: fc.array(
        fc.record({
          kelurahanCode: fc.constantFrom(...KELURAHAN),
          cases: fc.nat(most.cases),
          workingDays: fc.integer({ min: -1, max: 4 }),
        }),
        { maxLength: most.groups },
      ),
      visitors: fc.array(
        fc.record({
          post: fc.constantFrom(
            { role: 'tksk' as const, territoryCode: '32.75.01' },
            { role: 'tksk' as const, territoryCode: '32.75.02' },
            { role: 'pkh_companion' as const, territoryCode: '32.75.02' },
            ...KELURAHAN.map((territoryCode) => ({ role: 'psm' as const, territoryCode })),
          ),
          perWorkingDay: fc.constantFrom(0, 0.3, 0.5, 1, 1.7, 2),
        }),
        { maxLength: most.visitors },
      ),
      ways: fc.array(fc.nat(9), { minLength: 60, maxLength: 60 }),
    })
    .map(({ groups, visitors, ways }) => {
      const named: CaseGroup[] = groups.map((group, place) => ({ ...group, key: `g${place}` }));
      const people: Visitor[] = visitors.map(({ post, ...visitor }, place) => ({
        ...visitor,
        ...post,
        key: `v${place}`,
      }));
      const metres = (visitor: Visitor, group: CaseGroup): number =>
        ways[
          people.findIndex(({ key }) => key === visitor.key) * 6 + named.findIndex(({ key }) => key === group.key)
        ] ?? 0;
      return { groups: named, visitors: people, metres };
    });

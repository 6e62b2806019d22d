import fc from 'fast-check';
import { Policy, type PolicyParameter } from '../policies/policy.js';
import { checkListKinds, demandTerms } from './check-list.js';

const parameter = (key: string, value: string): PolicyParameter => ({
  ...{ key, value, unit: 'name of a list' },
  ...{ effectiveFrom: '2023-01-01', source: 'own proposal', verified: false },
});
const kinds = checkListKinds(
  new Policy([parameter('cross_check.dead', 'Meninggal'), parameter('due_days.doubts', '3')]),
);
const TERMS = {
  ...{ kind: 'dead', source: 'Dukcapil', listedOn: '2023-03-01' },
  ...{ validFrom: '2023-03-01', validTo: '2023-06-30' },
};
const codeOf = (more: Partial<typeof TERMS>, today = '2023-03-06'): string | undefined => {
  try {
    demandTerms({ ...TERMS, ...more }, kinds, today);
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

test('the kinds are those of the policy, by name, and nothing else of it', () => {
  expect(kinds).toEqual([{ kind: 'dead', name: 'Meninggal' }]);
});

test.each([
  ['a list that is in force', {}, undefined],
  ['a kind that the policy does not know', { kind: 'left_handed' }, 'CHECK_LIST_KIND'],
  ['a list of tomorrow', { listedOn: '2023-03-07' }, 'CHECK_LIST_DAYS'],
  ['an end before its beginning', { validFrom: '2023-07-01' }, 'CHECK_LIST_DAYS'],
  ['a list whose time is over', { validTo: '2023-03-05' }, 'CHECK_LIST_DAYS'],
  ['a list that begins later', { validFrom: '2023-04-01' }, undefined],
])('%s', (_what, more, code) => {
  expect(codeOf(more)).toBe(code);
});

const days = fc.date({ min: new Date('2022-01-01'), max: new Date('2025-01-01'), noInvalidDate: true });
const iso = days.map((day) => day.toISOString().slice(0, 10));

test('whatever is taken has a day on which it is in force from today on', () => {
  fc.assert(
    fc.property(iso, iso, iso, iso, (listedOn, validFrom, validTo, today) => {
      if (codeOf({ listedOn, validFrom, validTo }, today) !== undefined) return;
      expect(listedOn <= today && validFrom <= validTo && today <= validTo).toBe(true);
    }),
  );
});

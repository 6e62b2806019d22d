import fc from 'fast-check';
import { addCalendarDays } from '../calendar/working-days.js';
import { Policy } from '../policies/policy.js';
import {
  CASE_MEASURE_STATES,
  demandHold,
  holdGrounds,
  lastDayAfterRelease,
  lastDayOfHold,
  measureMayBecome,
} from './case-measure.js';

const OTHERS = { unit: 'x', effectiveFrom: '2023-01-01', source: 's', verified: false };
const policy = (past: 'no' | 'yes', days = 60): Policy =>
  new Policy([
    { key: 'hold_ground.heirs', value: 'Sengketa ahli waris', ...OTHERS },
    { key: 'hold_ground.identity', value: 'Identitas diperiksa', ...OTHERS },
    { key: 'hold.days_most', value: days, ...OTHERS },
    { key: 'hold.past_deadline', value: past, ...OTHERS },
    { key: 'hold.use_days', value: 14, ...OTHERS },
  ]);
const TODAY = '2023-05-02';
const codeOf = (work: () => void): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test('no hold is ever allowed past the last day of use or the policy’s days, unless the policy lets it pass the former', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -10, max: 120 }),
      fc.integer({ min: 0, max: 90 }),
      fc.integer({ min: 1, max: 90 }),
      fc.constantFrom('no' as const, 'yes' as const),
      (until, left, most, past) => {
        const day = addCalendarDays(TODAY, until);
        const deadlineOn = addCalendarDays(TODAY, left);
        const isAllowed = until > 0 && until <= most && (past === 'yes' || until <= left);
        const code = codeOf(() => {
          demandHold(policy(past, most), { ground: 'heirs', until: day }, { today: TODAY, deadlineOn });
        });
        expect(code).toBe(isAllowed ? undefined : 'HOLD_DAY');
      },
    ),
  );
});

test('a ground that the policy does not name holds nothing, and a policy of before holds nothing at all', () => {
  const days = { today: TODAY, deadlineOn: '2023-06-25' };
  const hold = (rules: Policy, ground: string) => () => {
    demandHold(rules, { ground, until: '2023-05-20' }, days);
  };
  expect(codeOf(hold(policy('no'), 'because'))).toBe('HOLD_GROUND_UNKNOWN');
  expect(codeOf(hold(new Policy([]), 'heirs'))).toBe('HOLD_GROUND_UNKNOWN');
  expect(lastDayOfHold(new Policy([]), TODAY, '2023-06-25')).toBeUndefined();
  expect(holdGrounds(policy('no')).map(({ ground }) => ground)).toEqual(['heirs', 'identity']);
});

test('what is released may be used until the case’s last day, and past it for the days of the policy', () => {
  expect(lastDayAfterRelease(policy('yes'), '2023-06-25', '2023-06-25')).toBe('2023-06-25');
  expect(lastDayAfterRelease(policy('yes'), '2023-06-26', '2023-06-25')).toBe('2023-07-10');
});

test('nothing is held or returned without a second person, and every measure comes to an end', () => {
  const ends = CASE_MEASURE_STATES.filter((from) => !CASE_MEASURE_STATES.some((to) => measureMayBecome(from, to)));
  expect(ends.sort()).toEqual(['ended', 'lapsed', 'overtaken', 'refused']);
  for (const from of CASE_MEASURE_STATES) {
    const isOver = ends.includes(from);
    expect(isOver || ends.some((to) => measureMayBecome(from, to))).toBe(true);
  }
  expect(measureMayBecome('proposed', 'released')).toBe(false);
});

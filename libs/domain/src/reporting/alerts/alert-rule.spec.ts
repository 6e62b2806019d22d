import fc from 'fast-check';
import { ROLES } from '../../organisation/role.js';
import { ALERT_KINDS, ALERT_LEVELS, ALERT_ROLES, type AlertRule, faultOfRule, isReached } from './alert-rule.js';

const RULE: AlertRule = {
  ...{ kind: 'not_transacted', territoryCode: '32.75', level: 'kelurahan', limit: 10, daysLeft: 30 },
  role: 'dinsos_head',
};
const fault = (more: Partial<AlertRule>) => faultOfRule({ ...RULE, ...more });

test('a whole rule has no fault', () => {
  expect(fault({})).toBeUndefined();
  expect(fault({ territoryCode: 'ID', level: 'city' })).toBeUndefined();
  expect(fault({ kind: 'old_breaks', daysLeft: null, limit: 14 })).toBeUndefined();
});

test.each([
  ['a nation by its kelurahan', { territoryCode: 'ID' }, 'level'],
  ['a province by its kecamatan', { territoryCode: '32', level: 'kecamatan' }, 'level'],
  ['a kecamatan by cities', { territoryCode: '32.75.02', level: 'city' }, 'level'],
  ['a share over everything', { limit: 101 }, 'limit'],
  ['a limit of nothing', { limit: 0 }, 'limit'],
  ['a share without days', { daysLeft: null }, 'daysLeft'],
  ['breaks with days left', { kind: 'old_breaks', daysLeft: 5 }, 'daysLeft'],
  ['an office below the places', { level: 'city', role: 'camat' }, 'role'],
] as const)('%s is refused', (_, more, field) => {
  expect(fault(more)).toBe(field);
});

test('an office that is told lies at the places or above them', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ALERT_ROLES), fc.constantFrom(...ALERT_LEVELS), (role, level) => {
      const order = ['nation', 'province', 'city', 'kecamatan', 'kelurahan'];
      const isAbove = order.indexOf(ROLES[role]) <= order.indexOf(level);
      expect(fault({ role, level }) === 'role').toBe(!isAbove);
    }),
  );
});

test('a share is reached in whole families, and a higher limit is never reached by less', () => {
  const place = '32.75.02.1001';
  expect(isReached(RULE, { territoryCode: place, value: 9, of: 100 })).toBe(false);
  expect(isReached(RULE, { territoryCode: place, value: 10, of: 100 })).toBe(true);
  expect(isReached(RULE, { territoryCode: place, value: 0, of: 0 })).toBe(false);
  fc.assert(
    fc.property(
      fc.constantFrom(...ALERT_KINDS),
      fc.integer({ min: 1, max: 99 }),
      fc.nat({ max: 500 }),
      fc.nat({ max: 500 }),
      (kind, limit, value, more) => {
        const figure = { territoryCode: place, value, of: value + more };
        if (isReached({ kind, limit: limit + 1 }, figure)) expect(isReached({ kind, limit }, figure)).toBe(true);
      },
    ),
  );
});

import { hasPower, type Power, POWERS_OF_ROLE } from './power.js';
import { type Role, ROLE_NAMES } from './role.js';

/** Who only looks at what lies before them: not at posts and mandates. */
const OUTSIDE: readonly Role[] = ['bank_officer', 'operator', 'psm', 'pkh_companion'];

/** Who may what, written a second time on purpose: a power given by mistake shows as a difference. */
const HOLDERS: Readonly<Record<Exclude<Power, 'public' | 'session'>, readonly Role[]>> = {
  'task:read': ROLE_NAMES.filter((role) => role !== 'operator'),
  'task:act': [
    ...(['programme_officer', 'ppk', 'kpa', 'treasurer'] as const),
    ...(['dinsos_operator', 'dinsos_head', 'mayor', 'camat', 'tksk', 'lurah', 'kelurahan_operator'] as const),
  ],
  'period:create': ['programme_officer'],
  'period:read': ROLE_NAMES,
  'roster:read': [
    ...(['programme_officer', 'ppk', 'kpa', 'treasurer'] as const),
    ...(['dinsos_operator', 'dinsos_head', 'mayor', 'camat', 'tksk', 'lurah', 'kelurahan_operator'] as const),
    'auditor',
  ],
  'person:reveal': ['dinsos_operator', 'dinsos_head', 'mayor', 'camat', 'tksk', 'lurah', 'kelurahan_operator'],
  'check-list:write': ['programme_officer', 'dinsos_operator', 'dinsos_head'],
  'family:search': ['dinsos_operator', 'dinsos_head', 'mayor', 'camat', 'tksk', 'lurah', 'kelurahan_operator'],
  'family:propose': ['dinsos_operator', 'tksk', 'lurah', 'kelurahan_operator'],
  'family:confirm': ['dinsos_operator', 'dinsos_head', 'camat', 'lurah'],
  'money:read': [
    ...(['programme_officer', 'ppk', 'kpa', 'treasurer', 'province_observer'] as const),
    ...(['dinsos_operator', 'dinsos_head', 'mayor', 'bank_officer', 'auditor'] as const),
  ],
  'budget:read': ['programme_officer', 'ppk', 'kpa', 'treasurer', 'auditor'],
  'budget:write': ['programme_officer', 'ppk'],
  'budget:confirm': ['kpa'],
  'policy:read': ['programme_officer', 'ppk', 'kpa', 'treasurer', 'dinsos_operator', 'dinsos_head', 'mayor', 'auditor'],
  'policy:write': ['programme_officer', 'ppk'],
  'policy:confirm': ['kpa'],
  'follow-up:read': [
    ...(['programme_officer', 'ppk', 'kpa', 'treasurer'] as const),
    ...(['dinsos_operator', 'dinsos_head', 'mayor', 'camat', 'tksk', 'lurah', 'kelurahan_operator'] as const),
    'auditor',
  ],
  'complaint:intake': ['dinsos_operator', 'tksk', 'lurah', 'kelurahan_operator'],
  'complaint:list': [
    ...(['dinsos_operator', 'dinsos_head', 'mayor', 'camat', 'tksk', 'lurah', 'kelurahan_operator'] as const),
    ...(['programme_officer', 'auditor'] as const),
  ],
  'complaint:read': [
    ...(['dinsos_operator', 'dinsos_head', 'mayor', 'camat', 'tksk', 'lurah', 'kelurahan_operator'] as const),
    'auditor',
  ],
  'complaint:handle': ['dinsos_operator', 'dinsos_head', 'mayor', 'programme_officer'],
  'complaint:restricted': ['dinsos_head', 'mayor', 'auditor'],
  'complaint:leadership': ['mayor', 'auditor'],
  'complaint:oversee': ['programme_officer'],
  'complaint:decide': ['dinsos_head', 'mayor', 'programme_officer'],
  'spot-check:read': [
    ...(['programme_officer', 'kpa', 'dinsos_operator', 'dinsos_head', 'mayor', 'camat', 'tksk', 'auditor'] as const),
  ],
  'alert:read': [
    ...(['programme_officer', 'ppk', 'kpa', 'treasurer', 'province_observer'] as const),
    ...(['dinsos_operator', 'dinsos_head', 'mayor', 'camat', 'tksk', 'lurah', 'kelurahan_operator'] as const),
    'auditor',
  ],
  'alert:write': ['programme_officer', 'dinsos_operator', 'dinsos_head'],
  'spot-check:draw': ['dinsos_operator', 'dinsos_head'],
  'spot-check:visit': ['dinsos_operator', 'tksk'],
  'spot-check:close': ['dinsos_head'],
  'outreach:read': [
    ...(['programme_officer', 'kpa', 'dinsos_operator', 'dinsos_head', 'mayor', 'camat', 'tksk'] as const),
    ...(['lurah', 'kelurahan_operator', 'auditor'] as const),
  ],
  'outreach:plan': ['dinsos_operator', 'dinsos_head'],
  'outreach:hold': ['dinsos_operator', 'dinsos_head', 'tksk', 'lurah', 'kelurahan_operator'],
  'card:read': [
    ...(['programme_officer', 'kpa', 'dinsos_operator', 'dinsos_head', 'mayor', 'camat', 'tksk', 'lurah'] as const),
    ...(['kelurahan_operator', 'bank_officer', 'auditor'] as const),
  ],
  'card:oversee': [
    ...(['programme_officer', 'kpa', 'dinsos_operator', 'dinsos_head', 'mayor', 'camat', 'tksk', 'lurah'] as const),
    ...(['kelurahan_operator', 'auditor'] as const),
  ],
  'card:load': ['bank_officer'],
  'card:hand-over': ['tksk', 'lurah', 'kelurahan_operator'],
  'card:confirm': ['dinsos_head'],
  'report:read': [
    ...(['programme_officer', 'ppk', 'kpa', 'treasurer', 'province_observer'] as const),
    ...(['dinsos_operator', 'dinsos_head', 'mayor', 'camat', 'tksk', 'auditor'] as const),
  ],
  'mandate:read': ROLE_NAMES.filter((role) => !OUTSIDE.includes(role)),
  'stipend:own': ['tksk'],
  'capacity:read': ['dinsos_operator', 'dinsos_head', 'mayor', 'auditor'],
  'stipend:read': ['dinsos_operator', 'dinsos_head', 'auditor'],
  'stipend:propose': ['dinsos_operator'],
  'stipend:approve': ['dinsos_head'],
  'field:work': ['tksk'],
  'field:oversee': ['dinsos_operator', 'dinsos_head'],
  'case-request:act': ['dinsos_operator', 'dinsos_head'],
  'assignment:issue': ['dinsos_head'],
  'case-measure:settle': ['dinsos_head', 'mayor'],
  'sanction:object': ['dinsos_operator', 'dinsos_head', 'mayor', 'lurah', 'kelurahan_operator'],
  'sanction:verify': ['dinsos_head'],
  'sanction:settle': ['dinsos_head', 'mayor'],
  'mandate:write': ['programme_officer', 'dinsos_head', 'camat', 'lurah'],
  'approval:write': ['kpa'],
  'approval:end': ['programme_officer', 'kpa'],
  'freeze:write': ['programme_officer'],
  'freeze:end': ['programme_officer', 'kpa'],
  'calendar:write': ['programme_officer', 'dinsos_head', 'mayor'],
  'organisation:read': ROLE_NAMES.filter((role) => !OUTSIDE.includes(role)),
  'organisation:write': ['programme_officer', 'kpa', 'dinsos_head'],
  'organisation:confirm': ['programme_officer', 'ppk', 'kpa', 'mayor', 'camat'],
  'audit:read': ['auditor'],
  'operations:read': ['operator', 'auditor'],
  'operations:act': ['operator'],
  'webhook:read': ['programme_officer', 'dinsos_head', 'operator', 'auditor'],
  'webhook:manage': ['programme_officer', 'dinsos_head', 'operator'],
};

test.each(Object.entries(HOLDERS))('%s is held by those it is meant for', (power, holders) => {
  const found = ROLE_NAMES.filter((role) => hasPower([role], power as Power));
  expect(found.sort()).toEqual([...holders].sort());
});

test('every role may keep a session, and no role needs a power for what is public', () => {
  for (const role of ROLE_NAMES) expect(hasPower([role], 'session')).toBe(true);
  expect(hasPower([], 'public')).toBe(true);
  expect(hasPower([], 'session')).toBe(false);
});

test('those who watch the machine or the books change nothing', () => {
  for (const role of ['operator', 'auditor', 'bank_officer', 'province_observer'] as const) {
    expect(POWERS_OF_ROLE[role]).not.toContain('task:act');
  }
});

test('a power comes from any one of the roles held', () => {
  expect(hasPower(['lurah', 'auditor'], 'audit:read')).toBe(true);
  expect(hasPower(['lurah', 'camat'], 'audit:read')).toBe(false);
});

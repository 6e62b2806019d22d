import type { Role } from './role.js';

/** What a route needs. Every route names one; a route without one answers nobody. */
export type Power =
  | 'public'
  | 'session'
  | 'task:read'
  | 'task:act'
  | 'period:create'
  | 'period:read'
  | 'roster:read'
  | 'person:reveal'
  | 'check-list:write'
  | 'family:search'
  | 'family:propose'
  | 'family:confirm'
  | 'money:read'
  | 'budget:read'
  | 'budget:write'
  | 'budget:confirm'
  | 'policy:read'
  | 'policy:write'
  | 'policy:confirm'
  | 'follow-up:read'
  | 'case-request:act'
  | 'sanction:object'
  | 'sanction:verify'
  | 'sanction:settle'
  | 'report:read'
  | 'mandate:read'
  | 'mandate:write'
  | 'freeze:write'
  | 'freeze:end'
  | 'approval:write'
  | 'approval:end'
  | 'calendar:write'
  | 'organisation:read'
  | 'organisation:write'
  | 'organisation:confirm'
  | 'audit:read'
  | 'operations:read'
  | 'operations:act';

const OFFICIAL: readonly Power[] = [
  'session',
  'task:read',
  'task:act',
  'period:read',
  'mandate:read',
  'organisation:read',
];
const FIELD: readonly Power[] = [...OFFICIAL, 'roster:read', 'person:reveal', 'family:search', 'follow-up:read'];
const CITY: readonly Power[] = [...FIELD, 'money:read', 'report:read', 'policy:read'];
const MINISTRY: readonly Power[] = [
  ...OFFICIAL,
  'roster:read',
  'budget:read',
  'policy:read',
  'money:read',
  'follow-up:read',
  'report:read',
];

/** Deny by default: a power that is not listed for a role is refused. */
export const POWERS_OF_ROLE: Readonly<Record<Role, readonly Power[]>> = {
  programme_officer: [
    ...MINISTRY,
    'check-list:write',
    'period:create',
    'budget:write',
    'policy:write',
    'mandate:write',
    'freeze:write',
    'freeze:end',
    'approval:end',
    'calendar:write',
    'organisation:write',
    'organisation:confirm',
  ],
  ppk: [...MINISTRY, 'budget:write', 'policy:write', 'organisation:confirm'],
  kpa: [
    ...MINISTRY,
    'budget:confirm',
    'policy:confirm',
    'freeze:end',
    'approval:write',
    'approval:end',
    'organisation:write',
    'organisation:confirm',
  ],
  treasurer: MINISTRY,
  province_observer: [
    'session',
    'task:read',
    'period:read',
    'money:read',
    'report:read',
    'mandate:read',
    'organisation:read',
  ],
  dinsos_operator: [
    ...CITY,
    'check-list:write',
    'case-request:act',
    'sanction:object',
    'family:propose',
    'family:confirm',
  ],
  dinsos_head: [
    ...CITY,
    'check-list:write',
    'case-request:act',
    'sanction:object',
    'sanction:verify',
    'sanction:settle',
    'family:confirm',
    'mandate:write',
    'calendar:write',
    'organisation:write',
  ],
  mayor: [...CITY, 'sanction:object', 'sanction:settle', 'calendar:write', 'organisation:confirm'],
  camat: [...FIELD, 'family:confirm', 'report:read', 'mandate:write', 'organisation:confirm'],
  tksk: [...FIELD, 'family:propose', 'report:read'],
  lurah: [...FIELD, 'sanction:object', 'family:propose', 'family:confirm', 'mandate:write'],
  kelurahan_operator: [...FIELD, 'sanction:object', 'family:propose'],
  bank_officer: ['session', 'task:read', 'period:read', 'money:read'],
  operator: ['session', 'period:read', 'operations:read', 'operations:act'],
  auditor: [
    'session',
    'task:read',
    'period:read',
    'roster:read',
    'budget:read',
    'policy:read',
    'money:read',
    'follow-up:read',
    'report:read',
    'mandate:read',
    'organisation:read',
    'audit:read',
    'operations:read',
  ],
};

/** Whether one of these roles carries the power. `public` needs no role, `session` any. */
export function hasPower(roles: readonly Role[], power: Power): boolean {
  return power === 'public' || roles.some((role) => POWERS_OF_ROLE[role].includes(power));
}

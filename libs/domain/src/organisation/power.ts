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
  | 'field:work'
  | 'field:oversee'
  | 'case-request:act'
  | 'assignment:issue'
  | 'case-measure:settle'
  | 'sanction:object'
  | 'sanction:verify'
  | 'sanction:settle'
  | 'capacity:read'
  | 'stipend:own'
  | 'stipend:read'
  | 'stipend:propose'
  | 'stipend:approve'
  | 'complaint:intake'
  | 'complaint:list'
  | 'complaint:read'
  | 'complaint:handle'
  | 'complaint:restricted'
  | 'complaint:leadership'
  | 'complaint:oversee'
  | 'complaint:decide'
  | 'alert:read'
  | 'alert:write'
  | 'spot-check:read'
  | 'spot-check:draw'
  | 'spot-check:visit'
  | 'spot-check:close'
  | 'outreach:read'
  | 'outreach:plan'
  | 'outreach:hold'
  | 'card:read'
  | 'card:oversee'
  | 'card:load'
  | 'card:hand-over'
  | 'card:confirm'
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
  | 'operations:act'
  | 'webhook:read'
  | 'webhook:manage';

const OFFICIAL: readonly Power[] = [
  'session',
  'task:read',
  'task:act',
  'period:read',
  'mandate:read',
  'organisation:read',
];
const FIELD: readonly Power[] = [
  ...OFFICIAL,
  'roster:read',
  'person:reveal',
  'family:search',
  'follow-up:read',
  'alert:read',
];
/** Volunteers and companions, with whom a plan reckons: as long as nothing is handed to them they see no family. */
const HELPER: readonly Power[] = ['session', 'task:read', 'period:read'];
const CITY: readonly Power[] = [...FIELD, 'money:read', 'report:read', 'policy:read'];
const MINISTRY: readonly Power[] = [
  ...OFFICIAL,
  'roster:read',
  'budget:read',
  'policy:read',
  'money:read',
  'follow-up:read',
  'report:read',
  'alert:read',
];

/** Deny by default: a power that is not listed for a role is refused. */
export const POWERS_OF_ROLE: Readonly<Record<Role, readonly Power[]>> = {
  programme_officer: [
    ...MINISTRY,
    'webhook:read',
    'webhook:manage',
    'alert:write',
    'outreach:read',
    'card:read',
    'card:oversee',
    'spot-check:read',
    'complaint:list',
    'complaint:oversee',
    'complaint:handle',
    'complaint:decide',
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
    'outreach:read',
    'card:read',
    'card:oversee',
    'spot-check:read',
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
    'alert:read',
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
    'alert:write',
    'outreach:read',
    'outreach:plan',
    'outreach:hold',
    'card:read',
    'card:oversee',
    'spot-check:read',
    'spot-check:draw',
    'spot-check:visit',
    'capacity:read',
    'complaint:intake',
    'complaint:list',
    'complaint:read',
    'complaint:handle',
    'stipend:read',
    'stipend:propose',
    'check-list:write',
    'field:oversee',
    'case-request:act',
    'sanction:object',
    'family:propose',
    'family:confirm',
  ],
  dinsos_head: [
    ...CITY,
    'webhook:read',
    'webhook:manage',
    'alert:write',
    'outreach:read',
    'outreach:plan',
    'outreach:hold',
    'card:read',
    'card:oversee',
    'card:confirm',
    'spot-check:read',
    'spot-check:draw',
    'spot-check:close',
    'capacity:read',
    'complaint:list',
    'complaint:read',
    'complaint:handle',
    'complaint:restricted',
    'complaint:decide',
    'stipend:read',
    'stipend:approve',
    'check-list:write',
    'assignment:issue',
    'field:oversee',
    'case-request:act',
    'case-measure:settle',
    'sanction:object',
    'sanction:verify',
    'sanction:settle',
    'family:confirm',
    'mandate:write',
    'calendar:write',
    'organisation:write',
  ],
  mayor: [
    ...CITY,
    'outreach:read',
    'card:read',
    'card:oversee',
    'spot-check:read',
    'capacity:read',
    'complaint:list',
    'complaint:read',
    'complaint:handle',
    'complaint:restricted',
    'complaint:leadership',
    'complaint:decide',
    'case-measure:settle',
    'sanction:object',
    'sanction:settle',
    'calendar:write',
    'organisation:confirm',
  ],
  camat: [
    ...FIELD,
    'outreach:read',
    'card:read',
    'card:oversee',
    'spot-check:read',
    'complaint:list',
    'complaint:read',
    'family:confirm',
    'report:read',
    'mandate:write',
    'organisation:confirm',
  ],
  tksk: [
    ...FIELD,
    'outreach:read',
    'outreach:hold',
    'card:read',
    'card:oversee',
    'card:hand-over',
    'spot-check:read',
    'spot-check:visit',
    'complaint:intake',
    'complaint:list',
    'complaint:read',
    'stipend:own',
    'field:work',
    'family:propose',
    'report:read',
  ],
  lurah: [
    ...FIELD,
    'outreach:read',
    'outreach:hold',
    'card:read',
    'card:oversee',
    'card:hand-over',
    'complaint:intake',
    'complaint:list',
    'complaint:read',
    'sanction:object',
    'family:propose',
    'family:confirm',
    'mandate:write',
  ],
  kelurahan_operator: [
    ...FIELD,
    'outreach:read',
    'outreach:hold',
    'card:read',
    'card:oversee',
    'card:hand-over',
    'complaint:intake',
    'complaint:list',
    'complaint:read',
    'sanction:object',
    'family:propose',
  ],
  psm: HELPER,
  pkh_companion: HELPER,
  bank_officer: ['session', 'task:read', 'period:read', 'money:read', 'card:read', 'card:load'],
  operator: ['session', 'period:read', 'operations:read', 'operations:act', 'webhook:read', 'webhook:manage'],
  auditor: [
    'alert:read',
    'outreach:read',
    'card:read',
    'card:oversee',
    'session',
    'task:read',
    'period:read',
    'roster:read',
    'budget:read',
    'policy:read',
    'capacity:read',
    'complaint:list',
    'complaint:read',
    'complaint:restricted',
    'complaint:leadership',
    'stipend:read',
    'money:read',
    'follow-up:read',
    'report:read',
    'mandate:read',
    'organisation:read',
    'spot-check:read',
    'audit:read',
    'operations:read',
    'webhook:read',
  ],
};

/** Whether one of these roles carries the power. `public` needs no role, `session` any. */
export function hasPower(roles: readonly Role[], power: Power): boolean {
  return power === 'public' || roles.some((role) => POWERS_OF_ROLE[role].includes(power));
}

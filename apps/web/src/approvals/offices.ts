import type { Role } from './approval-queries';

/** Offices that decide tasks; the server refuses any other. */
export const DECIDING: readonly Role[] = [
  'programme_officer',
  'ppk',
  'kpa',
  'treasurer',
  'dinsos_operator',
  'dinsos_head',
  'mayor',
  'camat',
  'lurah',
];

export const OBSERVING: readonly Role[] = [...DECIDING, 'province_observer', 'bank_officer', 'auditor'];

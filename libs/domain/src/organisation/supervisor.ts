import type { Role } from './role.js';

/**
 * Who stands above an office and may redistribute its tasks, never decide them: the kelurahan operator works for the
 * lurah, the lurah answers to the camat and the camat to the mayor (UU 23/2014 Art. 224, 229), Dinsos' staff and the
 * TKSK it coordinates to the head of Dinsos, the ministry's officers to the KPA who appoints them. Roles that are not
 * listed have nobody above them here.
 */
const SUPERVISOR_OF: Readonly<Partial<Record<Role, Role>>> = {
  kelurahan_operator: 'lurah',
  lurah: 'camat',
  camat: 'mayor',
  tksk: 'dinsos_head',
  dinsos_operator: 'dinsos_head',
  dinsos_head: 'mayor',
  programme_officer: 'kpa',
  ppk: 'kpa',
  treasurer: 'kpa',
};

export const supervisorOf = (role: Role): Role | undefined => SUPERVISOR_OF[role];

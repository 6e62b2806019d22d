import { type Actor, covers, type Role } from '#domain';

/**
 * The office that is told of a change that somebody of this role proposes: for what a kelurahan or a TKSK proposes the lurah, for a lurah's
 * own the camat, for the city's the head of Dinsos. Whoever else may confirm in the territory finds it, too.
 */
export function checkerOf(proposer: Actor, territoryCode: string): Role {
  const roles = proposer.appointments
    .filter((held) => covers(held.territoryCode, territoryCode))
    .map(({ role }) => role);
  if (roles.includes('dinsos_operator')) return 'dinsos_head';
  return roles.includes('lurah') ? 'camat' : 'lurah';
}

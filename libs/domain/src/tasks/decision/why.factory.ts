import { type TaskKind, taskRule } from '../../stages/stage-catalogue.js';
import type { Actor } from '../../organisation/actor.js';
import { type Role, ROLES } from '../../organisation/role.js';
import type { MandateFacts, TaskFacts } from './task-facts.js';
import type { TaskAction } from './answer.js';

/** Valid objects for specs of authority: each test changes the one thing it is about. */

export const TODAY = '2023-03-10';
const PLACE = { nation: 'ID', province: '32', city: '32.75', kecamatan: '32.75.02', kelurahan: '32.75.02.1001' };

export const placeOf = (role: Role): string => PLACE[ROLES[role]];

export const anActor = (role: Role, territoryCode = placeOf(role), officerId = `${role}-1`): Actor => ({
  officerId,
  fullName: `Made-up ${role}`,
  appointments: [
    { id: `appointment-${role}`, role, officeName: `Office of ${role}`, territoryCode, validFrom: '2023-01-01' },
  ],
});

export const aMandate = (more: Partial<MandateFacts> = {}): MandateFacts => ({
  id: 'mandate-1',
  state: 'accepted',
  validFrom: '2023-03-06',
  validTo: '2023-12-31',
  ...more,
});

/** A free task in the territory of the role that decides it, under a mandate in the state it needs. */
export const aTask = (kind: TaskKind, more: Partial<TaskFacts> = {}): TaskFacts => ({
  kind,
  state: 'ready',
  territoryCode: placeOf(taskRule(kind).role),
  artefactHash: 'seen',
  signatures: [],
  mandate: aMandate({ state: taskRule(kind).stage === 'acceptance' ? 'granted' : 'accepted' }),
  ...more,
});

/** The first outcome of the kind, with whatever it needs. */
export function aDecision(kind: TaskKind, more: Partial<Extract<TaskAction, { type: 'decide' }>> = {}): TaskAction {
  const [outcome] = taskRule(kind).outcomes;
  if (outcome === undefined) throw new Error('every kind has an outcome');
  return { type: 'decide', outcome, reason: 'A reason to read', artefactHash: 'seen', ...more };
}

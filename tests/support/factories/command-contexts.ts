import { randomUUID } from 'node:crypto';
import type { CommandContext } from '#application';
import type { MadeOfficer } from './officers.js';

/** A command of this officer, under a key of its own. */
export const commandOf = (officer: MadeOfficer): CommandContext => ({
  actor: { ...officer, roles: officer.appointments.map(({ role }) => role), language: 'id' } as never,
  ...{ key: randomUUID(), requestId: randomUUID(), language: 'id' },
});

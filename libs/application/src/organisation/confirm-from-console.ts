import type { DataSource } from 'typeorm';
import { DomainError } from '#domain';
import { AppointmentRepository, AuditRepository, inTransaction, OfficerRepository } from '#persistence';
import { confirmersOf } from './tell-of-proposal.js';
import { issueActivation } from './issue-activation.js';

/**
 * The first posts of an installation have nobody to confirm them; whoever runs the server does, until there is somebody.
 * Returns the code of the account, undefined when it has a password already. Throws OFFICER_UNKNOWN, NOT_PROPOSED, and
 * CONFIRM_IN_REGISTER as soon as an officer could.
 */
export async function confirmFromConsole(database: DataSource, username: string): Promise<string | undefined> {
  return inTransaction(database, async (manager) => {
    const appointments = new AppointmentRepository(manager);
    await appointments.lockRegister();
    const officer = await new OfficerRepository(manager).byUsername(username);
    if (officer === undefined) throw new DomainError('OFFICER_UNKNOWN', `there is no officer ${username}`);
    const proposed = (await appointments.ofOfficer(officer.id)).filter(({ isProposed }) => isProposed);
    if (proposed.length === 0) throw new DomainError('NOT_PROPOSED', `no post of ${username} waits to be confirmed`);
    for (const post of proposed) {
      if ((await confirmersOf(manager, { ...post, proposedBy: post.proposedBy })).length > 0) {
        throw new DomainError('CONFIRM_IN_REGISTER', 'an officer can confirm this on the page of the officer');
      }
      await appointments.confirm(post.id, null);
      const { id: appointmentId, role, territoryCode } = post;
      await new AuditRepository(manager).note({
        ...{ action: 'appointment.confirmed', subjectType: 'officer', subjectId: officer.id, territoryCode },
        details: { appointmentId, role, by: 'console' },
      });
    }
    return issueActivation(manager, officer.id, officer.id);
  });
}

import type { DataSource } from 'typeorm';
import { activationHash, newActivationCode } from '#auth';
import { DomainError, NATION } from '#domain';
import {
  ActivationRepository,
  AuditRepository,
  inTransaction,
  OfficerRepository,
  ProgrammeClockRepository,
} from '#persistence';

interface FirstOfficer {
  readonly username: string;
  readonly fullName: string;
  readonly office: string;
}

/**
 * The programme officer with whom an installation begins: who enters all others. Returns the code with which the account is
 * opened, known to nobody afterwards. Throws OFFICERS_EXIST once there is anybody.
 */
export async function enterFirstOfficer(database: DataSource, first: FirstOfficer): Promise<string> {
  const code = newActivationCode();
  await inTransaction(database, async (manager) => {
    const officers = new OfficerRepository(manager);
    if (await officers.lockIfAny()) {
      throw new DomainError('OFFICERS_EXIST', 'there are officers already: they enter the others');
    }
    await officers.add({
      ...{ username: first.username, fullName: first.fullName, passwordHash: '', role: 'programme_officer' },
      office: { name: first.office, level: 'nation', territoryCode: NATION, kind: 'ministry' },
      validFrom: await new ProgrammeClockRepository(manager).today(),
    });
    const officerId = (await officers.byUsername(first.username))?.id;
    if (officerId === undefined) throw new Error('an entered officer has a row');
    await new ActivationRepository(manager).issue(officerId, activationHash(code), officerId);
    await new AuditRepository(manager).note({
      ...{ action: 'officer.first', subjectType: 'officer', subjectId: officerId, territoryCode: NATION },
    });
  });
  return code;
}

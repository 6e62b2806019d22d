import type { Role } from '#domain';
import { createDataSource } from '#persistence';
import { randomBytes } from 'node:crypto';
import { anOfficer } from '../../support/factories/officers.js';

interface Colleague {
  readonly officerId: string;
  readonly username: string;
  readonly fullName: string;
}

/**
 * Somebody whom no other spec knows, entered by the programme officer and with the password of everybody. Nobody has told
 * them anything yet, nothing waits for them, and their post may end without harm to other specs.
 */
export async function aColleague(databaseUrl: string, role: Role, territoryCode: string): Promise<Colleague> {
  const database = await createDataSource(databaseUrl, 1).initialize();
  const { manager } = database;
  try {
    const [program] = await manager.query<{ id: string; passwordHash: string }[]>(
      `select id, password_hash as "passwordHash" from officer where username = 'program'`,
    );
    if (program === undefined) throw new Error('a sandbox has a programme officer');
    const made = await anOfficer(manager, role, {
      ...{ territoryCode, passwordHash: program.passwordHash },
      username: `${role}.${randomBytes(4).toString('hex')}`,
    });
    await manager.query('update appointment set created_by = $2 where id = $1', [made.appointmentId, program.id]);
    return made;
  } finally {
    await database.destroy();
  }
}

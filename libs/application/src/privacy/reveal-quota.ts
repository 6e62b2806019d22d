import type { DataSource } from 'typeorm';
import { DomainError, NATION } from '#domain';
import {
  AttemptRepository,
  AuditRepository,
  inTransaction,
  NotificationRepository,
  PolicyRepository,
} from '#persistence';
import type { SignedIn } from '../shared/command-context.js';

const WINDOW_MINUTES = 60;

/**
 * Counts a record that an officer opens, or a NIK they search, before it is done: one at a time it is work, by the hundred it
 * is a copy of the list. Throws REVEAL_QUOTA beyond the policy's hourly number; the first refusal of an hour is recorded
 * and told to the auditors.
 */
export async function demandRevealQuota(database: DataSource, actor: SignedIn, requestId: string): Promise<void> {
  const { manager } = database;
  const limit = (await new PolicyRepository(manager).ofOffices()).count('privacy.reveals_per_hour');
  const { count, seconds } = await new AttemptRepository(manager).reserve(`reveal:${actor.officerId}`, WINDOW_MINUTES);
  if (count <= limit) return;
  if (count === limit + 1) await alert(database, actor, limit, requestId);
  throw new DomainError('REVEAL_QUOTA', 'the hour’s number of opened records is used up', { limit, seconds });
}

async function alert(database: DataSource, actor: SignedIn, limit: number, requestId: string): Promise<void> {
  const { officerId } = actor;
  const territoryCode = actor.appointments[0]?.territoryCode ?? NATION;
  await inTransaction(database, async (manager) => {
    await new AuditRepository(manager).note({
      ...{ officerId, action: 'person.reveal-refused', subjectType: 'officer', subjectId: officerId },
      ...{ territoryCode, requestId, details: { limit } },
    });
    await new NotificationRepository(manager).tellOffice('auditor', NATION, {
      ...{ kind: 'reveal.quota', key: `reveal-quota:${requestId}`, details: { officerId, territoryCode, limit } },
    });
  });
}

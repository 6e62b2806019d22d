import type { EntityManager } from 'typeorm';
import { type LateOutreachSession, NotificationRepository } from '#persistence';

/** Tells who holds sessions in a kelurahan that one is planned there. A repeat tells nobody again. */
export async function tellOfSession(
  manager: EntityManager,
  { id, kelurahanCode, onDay }: { readonly id: string; readonly kelurahanCode: string; readonly onDay: string },
): Promise<void> {
  const letters = (['tksk', 'lurah', 'kelurahan_operator'] as const).map((role) => ({
    ...{ kind: 'outreach.planned' as const, key: `outreach:${id}:planned`, territory: kelurahanCode, role },
    ...{ officerIds: null, taskId: null, details: { on: onDay, territoryCode: kelurahanCode } },
  }));
  await new NotificationRepository(manager).tellAll(letters);
}

/** Tells who planned a session, and the head of their office, that its day has passed; once. */
export async function tellOfLateSession(manager: EntityManager, session: LateOutreachSession): Promise<void> {
  const notifications = new NotificationRepository(manager);
  const letter = { kind: 'outreach.late' as const, key: `outreach:${session.id}:late`, details: {} };
  await notifications.tell([session.plannedBy], letter);
  await notifications.tellOffice('dinsos_head', session.cityCode, letter);
}

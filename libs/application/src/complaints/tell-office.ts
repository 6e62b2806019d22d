import type { EntityManager } from 'typeorm';
import type { ComplaintOffice } from '#domain';
import { NotificationRepository, OutboxRepository } from '#persistence';

interface About {
  readonly id: string;
  readonly number: string;
  readonly territoryCode: string;
}

/** Tells the office that owes the answer, by number alone, and the complaint's workflow. `occasion` tells each officer once. */
export async function tellOffice(
  manager: EntityManager,
  { id, number, territoryCode }: About,
  office: ComplaintOffice,
  event: 'received' | 'escalated' | 'added' | 'appealed' | 'proposed' | 'undone',
  occasion: string,
): Promise<void> {
  await new NotificationRepository(manager).tellOffice(office, territoryCode, {
    ...{ kind: 'complaint.waits', key: `complaint:${id}:${occasion}`, details: { number, event } },
  });
}

/** Its workflow looks anew, and starts where it does not run. */
export const tellWorkflow = (manager: EntityManager, id: string): Promise<void> =>
  new OutboxRepository(manager).add(`complaint:${id}`, 'complaint', { complaintId: id });

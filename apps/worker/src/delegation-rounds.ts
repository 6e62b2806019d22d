import type { DataSource } from 'typeorm';
import { supervisorOf } from '#domain';
import { HandoverRepository, inTransaction, NotificationRepository } from '#persistence';
import { returnToPrincipals } from '#application';

/** Gives back what is held by delegations that hold no longer. Decisions by them are refused from the day itself. */
export async function returnAbsent(database: DataSource, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted && (await inTransaction(database, (manager) => returnToPrincipals(manager))) > 0);
}

/** Reminds the office above of packs that nobody has answered in time, once; nothing moves by itself. */
export async function remindOfHandovers(database: DataSource): Promise<void> {
  await inTransaction(database, async (manager) => {
    const notifications = new NotificationRepository(manager);
    for (const { id, offices } of await new HandoverRepository(manager).takeLate()) {
      for (const { role, territoryCode } of offices) {
        const above = supervisorOf(role);
        const reminder = { kind: 'handover.offered', key: `handover-late:${id}`, details: { event: 'late' } } as const;
        if (above !== undefined) await notifications.tellOffice(above, territoryCode, reminder);
      }
    }
  });
}

import type { EntityManager } from 'typeorm';
import { type Arrival, ExchangedFileRepository, type ListedFile } from '#persistence';
import { bankFileRoute } from './bank-file-route.js';

/** That a file came, once its content is taken in or refused: one that is looked at again after a failure came once. */
export async function noteArrival(manager: EntityManager, arrival: Omit<Arrival, 'isNameKnown'>): Promise<void> {
  const isNameKnown = bankFileRoute(arrival.name) !== undefined;
  await new ExchangedFileRepository(manager).noteArrival({ ...arrival, isNameKnown });
}

/** Files that lie in the outbox until their orders are sent. */
export async function noteWaiting(
  manager: EntityManager,
  files: readonly ListedFile[],
  mailbox: string,
): Promise<void> {
  const register = new ExchangedFileRepository(manager);
  for (const { name, modifiedAt: writtenAt } of files) {
    const route = bankFileRoute(name);
    if (route !== undefined) {
      await register.noteWaiting({ name, mailbox, kind: route.kind, writtenAt }, route.messageId);
    }
  }
}

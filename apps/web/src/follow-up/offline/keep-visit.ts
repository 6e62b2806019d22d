import type { OutboxItem, VisitForm, VisitOf } from './field-types';
import type { PhoneStore } from './phone-store';

/**
 * Puts a finished form into the outbox. A note that is changed becomes a new one, under a new id: the old one may have arrived without
 * the phone having heard of it, and then both are kept. Rejects where the phone is full, and the draft stays.
 */
export async function keepVisit(
  store: PhoneStore,
  of: VisitOf,
  form: VisitForm,
  before: OutboxItem | undefined,
): Promise<void> {
  const { caseId, taskId, artefactHash, periodId, kpmCode, rtRw, openedOn } = of;
  await store.keepItem({
    ...{ caseId, taskId, artefactHash, periodId, kpmCode, rtRw, openedOn },
    ...{ id: crypto.randomUUID(), writtenAt: new Date().toISOString(), state: 'waiting' },
    ...{ finding: form.finding ?? '', note: form.note.trim(), photos: form.photos },
    visitedOn: form.visitedOn.filter((day) => day !== ''),
    uploaded: before?.uploaded ?? [],
  });
  if (before !== undefined) await store.dropItem(before.id);
  await store.keepDraft(caseId, undefined);
}

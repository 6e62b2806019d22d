import { upload } from './field-calls';
import type { OutboxItem } from './field-types';
import type { PhoneStore } from './phone-store';

/** Lays the photos of a note beside a task, each once. Answers with the note as it is then; throws what the server refuses. */
export async function sendPhotos(store: PhoneStore, item: OutboxItem, taskId: string): Promise<OutboxItem> {
  let current = item;
  for (const photo of item.photos) {
    const key = `${taskId}/${photo.sha256}`;
    if (current.uploaded.includes(key)) continue;
    const content = await store.photo(photo.sha256);
    if (content === undefined) continue;
    await upload(taskId, photo, content);
    current = { ...current, uploaded: [...current.uploaded, key] };
    await store.keepItem(current);
  }
  return current;
}

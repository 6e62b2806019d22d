import { answer, api } from '../../api/client';
import type { FieldConflict, FieldLease } from '../../api/schemas';
import type { Device, OutboxItem, Photo } from './field-types';

/** Nothing is "sending" longer than this. */
export const PATIENCE_MS = 50_000;
const inTime = (): { signal: AbortSignal } => ({ signal: AbortSignal.timeout(PATIENCE_MS) });
const from = (device: Device) => ({ device, sentAt: new Date().toISOString() });

export const signIn = (username: string, password: string, code: string) =>
  answer(
    api.POST('/api/v1/auth/sign-in', {
      body: { username, password, ...(code === '' ? {} : { code }) },
      ...inTime(),
    }),
  );

export const signOut = () => answer(api.POST('/api/v1/auth/sign-out', inTime()));

export const download = (device: Device, deviceName: string): Promise<FieldLease> =>
  answer(api.POST('/api/v1/field/leases', { body: { ...from(device), deviceName }, ...inTime() }));

export const renew = (leaseId: string, device: Device) =>
  answer(
    api.POST('/api/v1/field/leases/{leaseId}/renew', {
      params: { path: { leaseId } },
      body: from(device),
      ...inTime(),
    }),
  );

export const giveBack = (leaseId: string, device: Device) =>
  answer(
    api.POST('/api/v1/field/leases/{leaseId}/return', {
      params: { path: { leaseId } },
      body: from(device),
      ...inTime(),
    }),
  );

/** In the order of the items. */
export async function send(leaseId: string, device: Device, items: readonly OutboxItem[]) {
  const operations = items.map((item) => ({
    ...{ id: item.id, kind: 'visit', caseId: item.caseId, taskId: item.taskId, artefactHash: item.artefactHash },
    ...{ writtenAt: item.writtenAt, finding: item.finding, visitedOn: [...item.visitedOn] },
    ...(item.note === '' ? {} : { note: item.note }),
    photos: item.photos.map(({ sha256 }) => sha256),
  }));
  const { results } = await answer(
    api.POST('/api/v1/field/sync', { body: { ...from(device), leaseId, operations }, ...inTime() }),
  );
  return results;
}

export const settle = (conflictId: string, device: Device, choice: 'mine' | 'theirs'): Promise<FieldConflict> =>
  answer(
    api.POST('/api/v1/field/conflicts/{conflictId}/settle', {
      params: { path: { conflictId } },
      body: { ...from(device), choice },
      ...inTime(),
    }),
  );

/** The content is its key: the same file again finds the first. */
export function upload(taskId: string, { sha256 }: Photo, content: ArrayBuffer) {
  const form = new FormData();
  form.append('file', new Blob([content], { type: 'image/jpeg' }), `${sha256.slice(0, 12)}.jpg`);
  return answer(
    api.POST('/api/v1/tasks/{taskId}/attachments', {
      params: { path: { taskId } },
      body: form as never,
      bodySerializer: () => form,
      ...inTime(),
    }),
  );
}

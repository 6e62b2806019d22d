import { answer, api } from '../../api/client';
import type { Role, Task } from '../../api/schemas';

/** What an officer asks for, with what it needs. */
export type LifeCommand =
  | { readonly event: 'claim' | 'release' | 'start' | 'stop' | 'resume' }
  | { readonly event: 'skip' | 'fail'; readonly reason: string }
  | { readonly event: 'comment'; readonly text: string }
  | { readonly event: 'suspend'; readonly reason: string; readonly until: string; readonly waitingFor?: Role }
  | { readonly event: 'set-reminder'; readonly reason: string; readonly followUpOn: string }
  | { readonly event: 'extend'; readonly reason: string; readonly dueOn: string }
  | { readonly event: 'delegate' | 'nominate'; readonly reason: string; readonly officerId: string }
  | { readonly event: 'forward'; readonly reason: string; readonly officerIds: string[] };

/** Sends one event of a task's life. */
export function sendLife(taskId: string, command: LifeCommand, key: string): Promise<Task> {
  const params = { path: { taskId }, header: { 'Idempotency-Key': key } };
  switch (command.event) {
    case 'claim':
      return answer(api.POST('/api/v1/tasks/{taskId}/claim', { params }));
    case 'release':
      return answer(api.POST('/api/v1/tasks/{taskId}/release', { params }));
    case 'start':
      return answer(api.POST('/api/v1/tasks/{taskId}/start', { params }));
    case 'stop':
      return answer(api.POST('/api/v1/tasks/{taskId}/stop', { params }));
    case 'resume':
      return answer(api.POST('/api/v1/tasks/{taskId}/resume', { params }));
    case 'comment':
      return answer(api.POST('/api/v1/tasks/{taskId}/comments', { params, body: bodyOf(command) }));
    case 'suspend':
      return answer(api.POST('/api/v1/tasks/{taskId}/suspend', { params, body: bodyOf(command) }));
    case 'set-reminder':
      return answer(api.POST('/api/v1/tasks/{taskId}/set-reminder', { params, body: bodyOf(command) }));
    case 'extend':
      return answer(api.POST('/api/v1/tasks/{taskId}/extend', { params, body: bodyOf(command) }));
    case 'skip':
      return answer(api.POST('/api/v1/tasks/{taskId}/skip', { params, body: bodyOf(command) }));
    case 'fail':
      return answer(api.POST('/api/v1/tasks/{taskId}/fail', { params, body: bodyOf(command) }));
    case 'delegate':
      return answer(api.POST('/api/v1/tasks/{taskId}/delegate', { params, body: bodyOf(command) }));
    case 'nominate':
      return answer(api.POST('/api/v1/tasks/{taskId}/nominate', { params, body: bodyOf(command) }));
    case 'forward':
      return answer(api.POST('/api/v1/tasks/{taskId}/forward', { params, body: bodyOf(command) }));
  }
}

/** The event is in the address; the rest is the body. */
function bodyOf<Wish extends LifeCommand>({ event: _event, ...body }: Wish): Omit<Wish, 'event'> {
  return body;
}

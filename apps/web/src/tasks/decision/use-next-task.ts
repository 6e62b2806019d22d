import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { answer, api } from '../../api/client';
import type { Outcome, Task } from '../../api/schemas';
import { recall, remember } from '../../shared/session/browser-store';
import { useWords } from '../../shared/language/use-words';
import type { DecidedMessage } from './decided-message';
import { placeOf } from '../task-title';

const STORED = 'amanah.next-task';

export const opensNext = (): boolean => recall(STORED) !== 'no';

export function setOpensNext(isWanted: boolean): void {
  remember(STORED, isWanted ? undefined : 'no');
}

interface Decided {
  readonly outcome: Outcome;
  readonly decidedAt: string;
  readonly stillNeeded: number;
}

/** After an act the next waiting task opens; the inbox when none is left or the officer prefers it. */
export function useNextTask(): (task: Task, decided: Decided) => Promise<void> {
  const { t } = useWords();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return async (task, { outcome, decidedAt, stillNeeded }) => {
    const message: DecidedMessage = {
      ...{ taskId: task.id, kind: task.kind, place: placeOf(t, task) },
      ...{ outcome, decidedAt, stillNeeded },
    };
    const state = { decided: message };
    const next = opensNext() ? await firstWaiting(task) : undefined;
    if (next === undefined) await navigate({ to: '/inbox', state });
    else await navigate({ to: '/tasks/$taskId', params: { taskId: next.id }, state });
    await queryClient.invalidateQueries({ queryKey: ['tasks'] });
  };
}

/** The same kind of work first, so that a run of one kind is not broken up. */
async function firstWaiting(decided: Task): Promise<Task | undefined> {
  const ofKind = await waiting({ kind: decided.kind });
  const candidates = [...ofKind, ...(ofKind.length > 1 ? [] : await waiting({}))];
  return candidates.find(({ id }) => id !== decided.id);
}

async function waiting(filter: { kind?: Task['kind'] }): Promise<Task[]> {
  const page = await answer(api.GET('/api/v1/tasks', { params: { query: { view: 'waiting', limit: 2, ...filter } } }));
  return page.rows;
}

import { useQueryClient } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { answer, api } from '../../api/client';
import type { Family, Task, TaskDetail } from '../../api/schemas';
import { recall, remember } from '../../shared/session/browser-store';
import { kelurahanQuery } from '../roster-queries';
import { taskQuery } from '../../tasks/task-queries';
import { type Mark, type QueueState, VerdictQueue } from './verdict-queue';

export interface Undoable {
  readonly id: number;
  readonly mark: Mark;
  readonly before: ReadonlyMap<string, Mark>;
}

export interface Verdicts extends QueueState {
  readonly of: (family: Family) => Mark;
  readonly set: (families: readonly Family[], mark: Mark) => void;
  readonly fill: () => Promise<number>;
  readonly undoable: readonly Undoable[];
  readonly undo: (entry: Undoable) => void;
  readonly retry: () => void;
}

const storedAs = (taskId: string): string => `amanah.verdicts.${taskId}`;

function keptMarks(taskId: string): Map<string, Mark> {
  const kept = recall(storedAs(taskId));
  return new Map(kept === undefined ? [] : (JSON.parse(kept) as [string, Mark][]));
}

function useQueue(task: Task): VerdictQueue {
  const queryClient = useQueryClient();
  const [queue] = useState(
    () =>
      new VerdictQueue(
        {
          send: (body, key) =>
            answer(
              api.POST('/api/v1/tasks/{taskId}/verdicts', {
                params: { path: { taskId: task.id }, header: { 'Idempotency-Key': key } },
                body,
              }),
            ),
          keep: (waiting) => {
            remember(storedAs(task.id), waiting.size === 0 ? undefined : JSON.stringify([...waiting]));
          },
          onSaved: ({ artefactHash }) => {
            queryClient.setQueryData(taskQuery(task.id).queryKey, (known: TaskDetail | undefined) =>
              known === undefined ? known : { ...known, task: { ...known.task, artefactHash } },
            );
            void queryClient.invalidateQueries({
              queryKey: kelurahanQuery(task.subjectId, task.territoryCode).queryKey,
              refetchType: 'none',
            });
          },
        },
        keptMarks(task.id),
      ),
  );
  return queue;
}

/** Verdicts of one kelurahan as they are being given: what is marked, what is saved, what can be undone. */
export function useVerdicts(task: Task): Verdicts {
  const queue = useQueue(task);
  const state = useSyncExternalStore(queue.subscribe, queue.state);
  const [undoable, setUndoable] = useState<readonly Undoable[]>([]);
  const of = (family: Family): Mark => state.marks.get(family.id) ?? markOf(family);
  const record = (mark: Mark, before: ReadonlyMap<string, Mark>): void => {
    setUndoable((known) => [{ id: (known[0]?.id ?? 0) + 1, mark, before }, ...known]);
  };
  return {
    ...state,
    of,
    set: (families, mark) => {
      if (families.length === 0) return;
      record(mark, new Map(families.map((family) => [family.id, of(family)])));
      queue.mark(new Map(families.map(({ id }) => [id, mark])));
    },
    fill: async () => {
      const rowIds = await queue.fillRemaining();
      if (rowIds.length > 0) record({ verdict: 'eligible' }, new Map(rowIds.map((id) => [id, { verdict: null }])));
      return rowIds.length;
    },
    undoable,
    undo: (entry) => {
      queue.mark(entry.before);
      setUndoable((known) => known.filter(({ id }) => id !== entry.id));
    },
    retry: () => void queue.flush(),
  };
}

const markOf = ({ verdict, verdictReason }: Family): Mark =>
  verdictReason === null ? { verdict } : ({ verdict, reason: verdictReason } as Mark);

import { useState } from 'react';
import type { Task } from '../../api/schemas';

export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly toggle: (taskId: string) => void;
  /** From the row that was chosen last to this one. */
  readonly extendTo: (taskId: string) => void;
  readonly clear: () => void;
}

/** Which rows are chosen. A row that has left the list leaves the selection with it. */
export function useSelection(tasks: readonly Task[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string>();
  const shown = tasks.map(({ id }) => id);
  const ids = new Set(shown.filter((id) => chosen.has(id)));
  return {
    ids,
    toggle: (taskId) => {
      const next = new Set(ids);
      if (!next.delete(taskId)) next.add(taskId);
      setChosen(next);
      setLast(taskId);
    },
    extendTo: (taskId) => {
      const [from, to] = [shown.indexOf(last ?? taskId), shown.indexOf(taskId)].sort((one, other) => one - other);
      setChosen(new Set([...ids, ...shown.slice(Math.max(from ?? 0, 0), (to ?? 0) + 1)]));
      setLast(taskId);
    },
    clear: () => {
      setChosen(new Set());
    },
  };
}

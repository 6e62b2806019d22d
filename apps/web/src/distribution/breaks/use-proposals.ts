import { isExplained } from '../../shared/look/explanation-field';
import { useState } from 'react';
import { answer, api } from '../../api/client';
import type { Break, Task } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { recall, remember } from '../../shared/session/browser-store';

export interface Proposal {
  readonly resolution: Break['resolutions'][number] | undefined;
  readonly explanation: string;
}

interface Proposals {
  readonly of: (found: Break) => Proposal;
  readonly set: (found: Break, proposal: Proposal) => void;
  /** How many of the same type have nothing proposed yet; they may be settled alike. */
  readonly alike: (found: Break) => number;
  readonly setAlike: (found: Break) => void;
  /** Breaks that wait for people and for which nothing is saved. */
  readonly missing: number;
  /** Something is written here that the server does not have. */
  readonly isUnsaved: boolean;
  readonly isSavable: boolean;
  readonly error: Error | null;
  readonly save: () => void;
}

const savedOf = ({ resolution, explanation }: Break): Proposal => ({
  resolution: resolution ?? undefined,
  explanation: explanation ?? '',
});

const isWhole = ({ resolution, explanation }: Proposal): boolean =>
  resolution !== undefined && isExplained(explanation);

const storedAs = (taskId: string): string => `amanah.proposals.${taskId}`;
const kept = (taskId: string): ReadonlyMap<string, Proposal> =>
  new Map(JSON.parse(recall(storedAs(taskId)) ?? '[]') as [string, Proposal][]);

/** Proposals as they are being written: they survive a reload until they are saved. */
export function useProposals(task: Task, breaks: readonly Break[]): Proposals {
  const [drafts, setDrafts] = useState(() => kept(task.id));
  const keep = (next: ReadonlyMap<string, Proposal>): void => {
    setDrafts(next);
    remember(storedAs(task.id), next.size === 0 ? undefined : JSON.stringify([...next]));
  };
  const of = (found: Break): Proposal => drafts.get(found.id) ?? savedOf(found);
  const changed = breaks.filter((found) => drafts.has(found.id));
  const untouchedLike = (found: Break): readonly Break[] =>
    breaks.filter((other) => other.id !== found.id && other.type === found.type && of(other).resolution === undefined);
  const command = useSave(task, () => {
    keep(new Map());
  });
  return {
    of,
    set: (found, proposal) => {
      keep(new Map([...drafts, [found.id, proposal]]));
    },
    alike: (found) => (isWhole(of(found)) ? untouchedLike(found).length : 0),
    setAlike: (found) => {
      keep(new Map([...drafts, ...untouchedLike(found).map((other) => [other.id, of(found)] as const)]));
    },
    missing: breaks.filter((found) => found.isForPeople && !isWhole(savedOf(found))).length,
    isUnsaved: changed.length > 0,
    isSavable: changed.length > 0 && changed.every((found) => isWhole(of(found))) && !command.isPending,
    error: command.error,
    save: () => {
      command.mutate(changed.map((found) => ({ breakId: found.id, ...of(found) })));
    },
  };
}

function useSave(task: Task, onSaved: () => void) {
  return useCommand(async (changed: readonly ({ readonly breakId: string } & Proposal)[], key) => {
    const resolutions = changed.flatMap(({ resolution, ...rest }) =>
      resolution === undefined ? [] : [{ ...rest, resolution }],
    );
    const saved = await answer(
      api.POST('/api/v1/tasks/{taskId}/resolutions', {
        params: { path: { taskId: task.id }, header: { 'Idempotency-Key': key } },
        body: { resolutions },
      }),
    );
    onSaved();
    return saved;
  });
}

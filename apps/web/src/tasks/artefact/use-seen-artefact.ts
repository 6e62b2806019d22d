import { useEffect, useState } from 'react';
import type { Task, TaskKind } from '../../api/schemas';
import { markSeen } from '../task-queries';

/** In these kinds the officer makes the artefact, so its newest state is the one that was seen. */
const MADE_HERE: ReadonlySet<TaskKind> = new Set([
  'allocation.prepare',
  'roster.submit',
  'identity.submit',
  'verification.complete',
]);

interface SeenArtefact {
  readonly hash: string;
  readonly hasChanged: boolean;
  readonly accept: () => void;
}

/** Keeps the hash of what the officer has before them; a decision on another one must not slip through. */
export function useSeenArtefact(task: Task): SeenArtefact {
  const [hash, setHash] = useState(task.artefactHash);
  const isMadeHere = MADE_HERE.has(task.kind);
  useEffect(() => {
    // What cannot be noted now is noted at the next visit; the officer reads on.
    if (!isMadeHere) markSeen(task.id, hash).catch(() => undefined);
  }, [isMadeHere, task.id, hash]);
  return {
    hash: isMadeHere ? task.artefactHash : hash,
    hasChanged: !isMadeHere && task.closedAt === null && hash !== task.artefactHash,
    accept: () => {
      setHash(task.artefactHash);
    },
  };
}

import { useEffect, useState } from 'react';
import { taskRule } from '../../../../../libs/domain/src/stages/stage-catalogue';
import type { Task } from '../../api/schemas';
import { markSeen } from '../task-queries';

interface SeenArtefact {
  readonly hash: string;
  readonly hasChanged: boolean;
  readonly accept: () => void;
}

/** Keeps the hash of what the officer has before them; a decision on another one must not slip through. */
export function useSeenArtefact(task: Task): SeenArtefact {
  const [hash, setHash] = useState(task.artefactHash);
  const isMadeHere = taskRule(task.kind).madeInTask;
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

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Task, TaskDetail } from '../../api/schemas';
import { useMe } from '../../auth/session';
import { useWords } from '../../shared/language/use-words';
import { ProblemNotice } from '../../shared/states/problem-notice';
import { useLife } from '../life/use-life';

interface Props {
  readonly task: Task;
  readonly claim: TaskDetail['actions']['claim'];
}

/** Takes a shared task or gives one's own back. Neither is needed before deciding: the first edit takes the task. */
export function TaskOwnership({ task, claim }: Props): ReactNode {
  const { t } = useWords();
  const me = useMe();
  const life = useLife(task.id);
  const isMine = task.ownerId === me.officerId;
  if (task.closedAt !== null || task.state === 'suspended' || (!isMine && !claim.allowed)) return null;
  return (
    <div>
      <Button
        variant="default"
        h={44}
        aria-disabled={life.isPending}
        onClick={() => {
          life.press({ event: isMine ? 'release' : 'claim' });
        }}
      >
        {t(isMine ? 'task.release' : 'task.claim')}
      </Button>
      {life.error !== null && <ProblemNotice error={life.error} />}
    </div>
  );
}

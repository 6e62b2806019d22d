import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { answer, api } from '../../api/client';
import type { Task, TaskDetail } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { useMe } from '../../auth/session';
import { useWords } from '../../shared/language/use-words';
import { ProblemNotice } from '../../shared/states/problem-notice';

interface Props {
  readonly task: Task;
  readonly claim: TaskDetail['actions']['claim'];
}

/** Takes a shared task or gives one's own back. Neither is needed before deciding: the first edit takes the task. */
export function TaskOwnership({ task, claim }: Props): ReactNode {
  const { t } = useWords();
  const me = useMe();
  const queryClient = useQueryClient();
  const change = useCommand((action: 'claim' | 'release', key) => {
    const params = { path: { taskId: task.id }, header: { 'Idempotency-Key': key } };
    return answer(
      action === 'claim'
        ? api.POST('/api/v1/tasks/{taskId}/claim', { params })
        : api.POST('/api/v1/tasks/{taskId}/release', { params }),
    );
  });
  const isMine = task.ownerId === me.officerId;
  if (task.closedAt !== null || (!isMine && !claim.allowed)) return null;
  return (
    <div>
      <Button
        variant="default"
        h={44}
        aria-disabled={change.isPending}
        onClick={() => {
          if (change.isPending) return;
          change.mutate(isMine ? 'release' : 'claim', {
            onSettled: () => void queryClient.invalidateQueries({ queryKey: ['tasks'] }),
          });
        }}
      >
        {t(isMine ? 'task.release' : 'task.claim')}
      </Button>
      {change.error !== null && <ProblemNotice error={change.error} />}
    </div>
  );
}

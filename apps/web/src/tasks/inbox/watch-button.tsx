import { Button } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { answer, api } from '../../api/client';
import { useCommand } from '../../api/use-command';
import { useWords } from '../../shared/language/use-words';
import { ProblemNotice } from '../../shared/states/problem-notice';

interface Props {
  readonly taskId: string;
  readonly isWatched: boolean;
}

/** Keeps an eye on a task, or no more; nothing about the task changes. */
export function WatchButton({ taskId, isWatched }: Props): ReactNode {
  const { t } = useWords();
  const watch = useCommand((command: { readonly isWatched: boolean }, key) =>
    answer(
      api.PUT('/api/v1/tasks/{taskId}/watch', {
        params: { path: { taskId }, header: { 'Idempotency-Key': key } },
        body: command,
      }),
    ),
  );
  const Icon = isWatched ? IconEyeOff : IconEye;
  return (
    <div>
      <Button
        variant="subtle"
        h={44}
        leftSection={<Icon size={20} stroke={1.75} aria-hidden />}
        aria-disabled={watch.isPending}
        onClick={() => {
          if (watch.isPending) return;
          watch.mutate({ isWatched: !isWatched });
        }}
      >
        {t(isWatched ? 'task.unwatch' : 'task.watch')}
      </Button>
      {watch.error !== null && <ProblemNotice error={watch.error} />}
    </div>
  );
}

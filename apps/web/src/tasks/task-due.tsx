import type { ReactNode } from 'react';
import type { Task } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { StatusTag } from '../shared/look/status-tag';
import { workingDaysLeft } from '../shared/words/days-left';

/** When a task is due in words, or how it ended. */
export function TaskDue({ task }: { readonly task: Task }): ReactNode {
  const { t, format } = useWords();
  if (task.closedAt !== null) {
    const outcome = task.outcome === null ? t('task.withdrawn') : t(`common:outcome.${task.outcome}`);
    return <StatusTag tone="done">{`${outcome}, ${format.dateTime(task.closedAt)}`}</StatusTag>;
  }
  const { tone, text } = workingDaysLeft(t, format, task.workingDaysLeft, task.dueOn);
  return <StatusTag tone={tone}>{text}</StatusTag>;
}

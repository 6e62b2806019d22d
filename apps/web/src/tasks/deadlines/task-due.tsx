import type { ReactNode } from 'react';
import type { Task } from '../../api/schemas';
import { type Translate, useWords } from '../../shared/language/use-words';
import { StatusTag } from '../../shared/look/status-tag';
import { workingDaysLeft } from '../../shared/words/days-left';
import type { Format } from '../../shared/words/format';

/** When a task is due in words, until when its clock stands still, or how it ended. */
export function TaskDue({ task }: { readonly task: Task }): ReactNode {
  const { t, format } = useWords();
  if (task.closedAt !== null) {
    return <StatusTag tone="done">{`${endOf(t, task)}, ${format.dateTime(task.closedAt)}`}</StatusTag>;
  }
  if (task.suspendedUntil !== null) {
    const until = t('life.suspendedUntil', { date: format.date(task.suspendedUntil) });
    const waits = waitsFor(t, format, task);
    return <StatusTag tone="waiting">{waits ?? until}</StatusTag>;
  }
  const { tone, text } = workingDaysLeft(t, format, task.workingDaysLeft, task.dueOn);
  return <StatusTag tone={tone}>{text}</StatusTag>;
}

/** Whose answer the clock stands still for, and since when. */
function waitsFor(t: Translate, format: Format, { waitingFor, suspendedOn }: Task): string | undefined {
  if (waitingFor === null || suspendedOn === null) return undefined;
  return t('life.waitsFor', { date: format.date(suspendedOn), whom: t(`common:role.${waitingFor}`) });
}

function endOf(t: Translate, { outcome, state }: Task): string {
  if (outcome !== null) return t(`common:outcome.${outcome}`);
  return state === 'failed' || state === 'obsolete' ? t(`life.state.${state}`) : t('life.state.exited');
}

import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import { Notice } from '../../shared/states/notice';
import { kindTitle } from '../task-title';
import './decided-message';

/** Confirms the decision that led to this page. */
export function LastDecision(): ReactNode {
  const { t, format } = useWords();
  const decided = useLocation({ select: ({ state }) => state.decided });
  if (decided === undefined) return null;
  const { taskId, kind, place, outcome, decidedAt, stillNeeded } = decided;
  return (
    <Notice tone="done">
      <p>
        {t('task.decided', {
          outcome: t(`common:outcome.${outcome}`),
          title: kindTitle(t, kind),
          place,
          time: format.time(decidedAt),
        })}{' '}
        {stillNeeded > 0 && `${t('task.stillNeeded', { officers: format.count(stillNeeded) })} `}
        <Link to="/tasks/$taskId" params={{ taskId }}>
          {t('task.see')}
        </Link>
      </p>
    </Notice>
  );
}

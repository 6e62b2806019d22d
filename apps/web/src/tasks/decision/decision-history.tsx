import { Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Decision, Outcome } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { StatusTag, type Tone } from '../../shared/look/status-tag';
import { kindTitle } from '../task-title';

const TONES: Readonly<Record<Outcome, Tone>> = {
  submitted: 'done',
  approved: 'done',
  returned: 'soon',
  refused: 'refused',
};

/** Everybody who has signed this chain, oldest first, with the time in Jakarta. */
export function DecisionHistory({ history }: { readonly history: readonly Decision[] }): ReactNode {
  const { t, format, codeWord } = useWords();
  return (
    <section className="panel stack" aria-labelledby="history">
      <Title order={2} size="h3" id="history">
        {t('task.history')}
      </Title>
      {history.length === 0 && <p className="small-print">{t('task.noHistory')}</p>}
      <ol className="history">
        {history.map((decision) => (
          <li key={decision.taskId}>
            <StatusTag tone={TONES[decision.outcome]}>{t(`common:outcome.${decision.outcome}`)}</StatusTag>
            <p>
              <Link to="/tasks/$taskId" params={{ taskId: decision.taskId }} className="text-link">
                {kindTitle(t, decision.kind)}
              </Link>
              {decision.returnTo !== null && ` → ${t(`common:stage.${decision.returnTo}`)}`}
            </p>
            {typeof decision.details['finding'] === 'string' && (
              <p>{codeWord('finding', decision.details['finding'])}</p>
            )}
            {typeof decision.details['outcome'] === 'string' && (
              <p>{codeWord('caseOutcome', decision.details['outcome'])}</p>
            )}
            {decision.reason !== null && <blockquote>{decision.reason}</blockquote>}
            <p className="small-print">
              {decision.officer}
              {decision.actedFor !== null && ` ${t('inbox.onBehalfOf', { name: decision.actedFor })}`},{' '}
              {format.dateTime(decision.decidedAt)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

import { Button } from '@mantine/core';
import { IconAlertTriangleFilled } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ProblemError } from '../../api/problem';
import { useWords } from '../language/use-words';
import { ProofPrompt } from './proof-prompt';

interface Props {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** What happened, every reason, what can be done, and the code in small print. */
export function ProblemNotice({ error, onRetry }: Props): ReactNode {
  const { t } = useWords();
  const problem = error instanceof ProblemError ? error.problem : undefined;
  const reasons = (problem?.errors ?? []).filter(({ message }) => message !== problem?.title);
  const title = problem === undefined ? t('problem.network') : problem.title || t('problem.server');
  return (
    <div role="alert" className="notice notice-late">
      <IconAlertTriangleFilled size={20} aria-hidden />
      <div>
        <p className="notice-title">{title}</p>
        {reasons.length > 0 && (
          <ul>
            {reasons.map(({ code, message, field }) => (
              <li key={`${code}${field ?? ''}${message}`}>{field === undefined ? message : `${field}: ${message}`}</li>
            ))}
          </ul>
        )}
        {problem !== undefined && <p className="small-print">{t('problem.code', { code: problem.code })}</p>}
        {error instanceof ProblemError && error.has('PROOF_REQUIRED') && <ProofPrompt />}
        {onRetry !== undefined && (
          <Button variant="default" size="sm" onClick={onRetry}>
            {t('problem.retry')}
          </Button>
        )}
      </div>
    </div>
  );
}

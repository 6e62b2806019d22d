import type { ReactNode } from 'react';
import { ProblemError } from '../../api/problem';
import { useWords } from '../../shared/language/use-words';
import { ProblemNotice } from '../../shared/states/problem-notice';

/** What the server says, or that the device did not confirm. */
export function PasskeyProblem({ error }: { readonly error: Error }): ReactNode {
  const { t } = useWords();
  if (error instanceof ProblemError) return <ProblemNotice error={error} />;
  return (
    <p role="alert" className="field-error">
      {t('auth:passkey.failed')}
    </p>
  );
}

import type { ReactNode } from 'react';
import type { BulkAnswer } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';

/** How many were done, and each reason why others were not, with how many it concerns. */
export function BulkOutcome({ answer }: { readonly answer: BulkAnswer }): ReactNode {
  const { t, format } = useWords();
  const messages = answer.results.flatMap(({ errors }) => errors.slice(0, 1).map(({ message }) => message));
  const reasons = Map.groupBy(messages, (message) => message);
  return (
    <>
      <p>{t('inbox.bulk.done', { count: answer.done, tasks: format.count(answer.done) })}</p>
      {answer.refused > 0 && (
        <>
          <p>{t('inbox.bulk.refused', { count: answer.refused, tasks: format.count(answer.refused) })}</p>
          <ul>
            {[...reasons].map(([message, all]) => (
              <li key={message}>{t('inbox.bulk.reason', { message, tasks: format.count(all.length) })}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

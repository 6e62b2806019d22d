import { Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import type { HowFar } from '../../api/post-many';
import { useWords } from '../../shared/language/use-words';

/** How many of the chosen tasks have been looked at. */
export function BulkProgress({ howFar }: { readonly howFar: HowFar | undefined }): ReactNode {
  const { t, format } = useWords();
  if (howFar === undefined) return null;
  return (
    <div role="status">
      <p>{t('inbox.bulk.progress', { done: format.count(howFar.done), tasks: format.count(howFar.of) })}</p>
      <Progress value={(100 * howFar.done) / howFar.of} aria-label={t('inbox.bulk.bar')} />
    </div>
  );
}

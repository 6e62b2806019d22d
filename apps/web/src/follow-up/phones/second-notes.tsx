import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import { Notice } from '../../shared/states/notice';
import { versionsQuery } from './phone-queries';

/** Says where somebody stands by a second note of the case's visit, before anybody decides. */
export function SecondNotes({ caseId }: { readonly caseId: string }): ReactNode {
  const { t, format, codeWord } = useWords();
  const { data: notes = [] } = useQuery(versionsQuery(caseId));
  return notes
    .filter(({ state }) => state === 'open' || state === 'kept')
    .map(({ id, officer, mine, state }) => (
      <Notice key={id} tone="soon">
        <p>{t('follow-up:phones.versions.title')}</p>
        <p>
          {officer}, {format.dateTime(mine.writtenAt)}:{' '}
          <strong>{mine.finding === null ? '–' : codeWord('finding', mine.finding)}</strong>
        </p>
        {mine.note !== null && <p>{mine.note}</p>}
        <p className="small-print">
          {state === 'kept' ? t('follow-up:phones.versions.kept') : t('follow-up:phones.versions.is.open')}
        </p>
      </Notice>
    ));
}

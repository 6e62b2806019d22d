import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import { fetchResetLetter } from '../organisation-queries';
import { LetterButton } from './letter-button';

/** For who may confirm: the letter by which the officer gets back in, to print, fold and hand over. */
export function ResetLetter({ resetId }: { readonly resetId: string }): ReactNode {
  const { t } = useWords();
  return (
    <div className="stack">
      <Title order={3}>{t('organisation:reset.letter')}</Title>
      <p className="consequence">{t('organisation:reset.letterConsequence')}</p>
      <LetterButton
        fetch={() => fetchResetLetter(resetId)}
        fileName="surat-sandi-baru.pdf"
        send={t('organisation:reset.fetch')}
        done={t('organisation:reset.fetched')}
      />
    </div>
  );
}

import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import { fetchLetter } from '../organisation-queries';
import { LetterButton } from './letter-button';

/** For the second person: the letter with the code of an officer who signs, to print, fold and hand over. */
export function LetterPanel({ officerId }: { readonly officerId: string }): ReactNode {
  const { t } = useWords();
  return (
    <section className="stack">
      <Title order={2}>{t('organisation:letter.title')}</Title>
      <p className="consequence">{t('organisation:letter.consequence')}</p>
      <LetterButton
        fetch={() => fetchLetter(officerId)}
        fileName="surat-aktivasi.pdf"
        send={t('organisation:letter.fetch')}
        done={t('organisation:letter.done')}
      />
    </section>
  );
}

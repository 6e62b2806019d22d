import { Button, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import { Notice } from '../../shared/states/notice';
import { ProblemNotice } from '../../shared/states/problem-notice';
import { saveFile } from '../../shared/table/save-file';
import { fetchLetter } from '../organisation-queries';

/** For the second person: the letter with the code of an officer who signs, to print, fold and hand over. */
export function LetterPanel({ officerId }: { readonly officerId: string }): ReactNode {
  const { t } = useWords();
  const fetched = useMutation({
    mutationFn: () => fetchLetter(officerId),
    onSuccess: (letter) => {
      saveFile(letter, 'surat-aktivasi.pdf');
    },
  });
  return (
    <section className="stack">
      <Title order={2}>{t('organisation:letter.title')}</Title>
      <p className="consequence">{t('organisation:letter.consequence')}</p>
      {fetched.error !== null && <ProblemNotice error={fetched.error} />}
      {fetched.isSuccess && <Notice tone="done">{t('organisation:letter.done')}</Notice>}
      <div className="row">
        <Button
          h={44}
          aria-disabled={fetched.isPending}
          onClick={() => {
            if (!fetched.isPending) fetched.mutate();
          }}
        >
          {t('organisation:letter.fetch')}
        </Button>
      </div>
    </section>
  );
}

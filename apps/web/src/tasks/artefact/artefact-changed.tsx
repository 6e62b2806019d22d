import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import { Notice } from '../../shared/states/notice';

/** The paper moved under the reader: nothing is decided until the new one was seen. */
export function ArtefactChanged({ onSee }: { readonly onSee: () => void }): ReactNode {
  const { t } = useWords();
  const queryClient = useQueryClient();
  return (
    <Notice tone="soon">
      <p>{t('task.changed')}</p>
      <Button
        variant="default"
        size="sm"
        onClick={() => {
          onSee();
          void queryClient.invalidateQueries();
        }}
      >
        {t('task.seeNew')}
      </Button>
    </Notice>
  );
}

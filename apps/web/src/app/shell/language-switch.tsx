import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { answer, api } from '../../api/client';
import { meQuery } from '../../auth/session';
import { speak } from '../../shared/language/language';
import { useWords } from '../../shared/language/use-words';

/** Changes the language and keeps the page; for a signed-in person the account remembers it. */
export function LanguageSwitch(): ReactNode {
  const { t, language } = useWords();
  const queryClient = useQueryClient();
  const other = language === 'id' ? 'en' : 'id';
  const change = async (): Promise<void> => {
    await speak(other);
    const me = queryClient.getQueryData(meQuery.queryKey);
    if (me === undefined || me === null) return;
    await answer(api.PUT('/api/v1/auth/language', { body: { language: other } }));
    await queryClient.invalidateQueries();
  };
  return (
    <Button variant="subtle" size="sm" h={44} px="xs" lang={other} onClick={() => void change()}>
      {t('shell.otherLanguage')}
    </Button>
  );
}

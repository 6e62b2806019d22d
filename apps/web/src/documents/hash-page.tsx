import { Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { LanguageSwitch } from '../app/shell/language-switch';
import { useWords } from '../shared/language/use-words';
import { Notice } from '../shared/states/notice';
import { Signatures } from './signatures';
import './hash-page.css';

const route = getRouteApi('/hash/$hash');
const SHA_256 = /^[0-9a-f]{64}$/i;

/** Anybody who holds a printed paper sees here who has signed what it says; no session, no person's data. */
export function HashPage(): ReactNode {
  const { t } = useWords();
  const { hash } = route.useParams();
  return (
    <main className="hash-page stack">
      <title>{`${t('documents:title')} · Amanah`}</title>
      <div className="row">
        <LanguageSwitch />
      </div>
      <Title order={1}>{t('documents:title')}</Title>
      {SHA_256.test(hash) ? (
        <Signatures hash={hash.toLowerCase()} />
      ) : (
        <Notice tone="soon">{t('documents:bad')}</Notice>
      )}
    </main>
  );
}

import { Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { answer, api } from '../../api/client';
import { useWords } from '../../shared/language/use-words';
import { ProblemNotice } from '../../shared/states/problem-notice';
import { WaitingRows } from '../../shared/states/waiting-rows';
import { landing } from '../session';
import '../sign-in.css';

/** Where the identity provider sends the browser back to. What it brings is used once, and gone from the address at once. */
export function ProviderPage(): ReactNode {
  const { t } = useWords();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [query] = useState(() => location.search);
  const finished = useQuery({
    queryKey: ['provider', 'finish'],
    queryFn: () => answer(api.POST('/api/v1/auth/provider/finish', { body: { query } })),
    // What the provider sent counts once: asked again on a return to the tab, it would hide why it was refused.
    ...{ retry: false, staleTime: Number.POSITIVE_INFINITY, gcTime: 0 },
    ...{ refetchOnWindowFocus: false, refetchOnReconnect: false },
  });
  useEffect(() => {
    history.replaceState(history.state, '', location.pathname);
  }, []);
  useEffect(() => {
    if (finished.data === undefined) return;
    queryClient.clear();
    router.history.replace(landing(finished.data.to));
  }, [finished.data, queryClient, router]);
  return (
    <main className="sign-in">
      <title>{`${t('auth:signIn.title')} · Amanah`}</title>
      <Title order={1}>{t('auth:signIn.title')}</Title>
      {finished.error === null ? <WaitingRows rows={3} /> : <ProblemNotice error={finished.error} />}
      <Link to="/sign-in" className="text-link">
        {t('auth:signIn.title')}
      </Link>
    </main>
  );
}

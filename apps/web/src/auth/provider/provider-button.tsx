import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { answer, api } from '../../api/client';
import { useWords } from '../../shared/language/use-words';
import { ProblemNotice } from '../../shared/states/problem-notice';

const offer = {
  queryKey: ['provider'],
  queryFn: () => answer(api.GET('/api/v1/auth/provider')),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
};

/** Goes to the ministry's identity provider, where there is one. */
export function ProviderButton({ to }: { readonly to: string | undefined }): ReactNode {
  const { t } = useWords();
  const name = useQuery(offer).data?.name ?? null;
  const begin = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/auth/provider/begin', { body: to === undefined ? {} : { to } })),
    onSuccess: ({ address }) => {
      location.assign(address);
    },
  });
  if (name === null) return null;
  return (
    <>
      {begin.error !== null && <ProblemNotice error={begin.error} />}
      <Button
        variant="default"
        size="md"
        aria-disabled={begin.isPending}
        onClick={() => {
          if (!begin.isPending) begin.mutate();
        }}
      >
        {t('auth:signIn.with', { name })}
      </Button>
    </>
  );
}

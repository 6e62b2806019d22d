import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemError } from '../../api/problem';
import { useWords } from '../../shared/language/use-words';
import { passkeysQuery } from '../account-queries';

/** In the place of a code, where the officer has a passkey; what talks to the device comes when it is pressed. */
export function ProveByPasskey({ onProved }: { readonly onProved: () => void }): ReactNode {
  const { t } = useWords();
  const { data } = useQuery(passkeysQuery);
  const prove = useMutation({
    mutationFn: async () => (await import('./passkey-device')).proveWithPasskey(),
    onSuccess: onProved,
  });
  if (data === undefined || data.passkeys.length === 0) return null;
  return (
    <>
      {prove.error !== null && (
        <p role="alert" className="field-error">
          {prove.error instanceof ProblemError ? prove.error.problem.title : t('auth:passkey.failed')}
        </p>
      )}
      <Button
        variant="default"
        h={44}
        aria-disabled={prove.isPending}
        onClick={() => {
          if (!prove.isPending) prove.mutate();
        }}
      >
        {t('auth:passkey.use')}
      </Button>
    </>
  );
}

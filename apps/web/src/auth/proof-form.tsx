import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ProblemError } from '../api/problem';
import { useWords } from '../shared/language/use-words';
import { Notice } from '../shared/states/notice';
import { proveWithCode } from './account-queries';
import { ProveByPasskey } from './passkeys/prove-by-passkey';
import { CodeField } from './code-field';

/**
 * Proves for some minutes that it is the officer; what was refused for want of it is offered again. No form of its own, because
 * it stands inside of those that were refused.
 */
export function ProofForm(): ReactNode {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const [code, setCode] = useState('');
  const prove = useMutation({
    mutationFn: proveWithCode,
    onSuccess: () => {
      setCode('');
      return queryClient.invalidateQueries();
    },
  });
  const [isProved, setProved] = useState(false);
  const send = (): void => {
    if (!prove.isPending && code.trim() !== '') prove.mutate(code);
  };
  if (prove.isSuccess || isProved) return <Notice tone="done">{t('auth:proof.done')}</Notice>;
  return (
    <div
      role="group"
      className="panel stack"
      aria-label={t('auth:proof.title')}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        send();
      }}
    >
      <CodeField label={t('auth:signIn.code')} value={code} onChange={setCode} />
      {prove.error !== null && (
        <p role="alert" className="field-error">
          {prove.error instanceof ProblemError ? prove.error.problem.title : t('problem.network')}
        </p>
      )}
      <div>
        <Button h={44} aria-disabled={prove.isPending} onClick={send}>
          {t('auth:proof.send')}
        </Button>
      </div>
      <div>
        <ProveByPasskey
          onProved={() => {
            setProved(true);
            void queryClient.invalidateQueries();
          }}
        />
      </div>
    </div>
  );
}

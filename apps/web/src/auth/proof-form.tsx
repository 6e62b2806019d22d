import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useWords } from '../shared/language/use-words';
import { ProblemNotice } from '../shared/states/problem-notice';
import { proveWithCode } from './account-queries';
import { CodeField } from './code-field';

/** Proves for some minutes that it is the officer; what was refused for want of it is offered again. */
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
  return (
    <form
      className="panel stack"
      aria-label={t('signIn.prove')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!prove.isPending) prove.mutate(code);
      }}
    >
      <CodeField label={t('signIn.code')} value={code} onChange={setCode} />
      {prove.error !== null && <ProblemNotice error={prove.error} />}
      <div>
        <Button type="submit" aria-disabled={prove.isPending}>
          {t('signIn.proving')}
        </Button>
      </div>
    </form>
  );
}

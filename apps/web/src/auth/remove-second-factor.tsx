import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useWords } from '../shared/language/use-words';
import { ProblemNotice } from '../shared/states/problem-notice';
import { removeSecondFactor, secondFactorQuery } from './account-queries';
import { CodeField } from './code-field';
import { OwnPassword } from './own-password';

const EMPTY = { password: '', code: '' };

/** Taken away with password and code: neither alone does it. */
export function RemoveSecondFactor(): ReactNode {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const [body, setBody] = useState(EMPTY);
  const remove = useMutation({
    mutationFn: removeSecondFactor,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: secondFactorQuery.queryKey }),
  });
  return (
    <details>
      <summary>{t('auth:factor.remove')}</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!remove.isPending) remove.mutate(body);
        }}
      >
        <OwnPassword
          label={t('auth:factor.password')}
          value={body.password}
          onChange={(password) => {
            setBody({ ...body, password });
          }}
        />
        <CodeField
          label={t('auth:signIn.code')}
          value={body.code}
          onChange={(code) => {
            setBody({ ...body, code });
          }}
        />
        {remove.error !== null && <ProblemNotice error={remove.error} />}
        <div>
          <Button type="submit" variant="default" aria-disabled={remove.isPending}>
            {t('auth:factor.removing')}
          </Button>
        </div>
      </form>
    </details>
  );
}

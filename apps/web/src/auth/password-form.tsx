import { Button, PasswordInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useWords } from '../shared/language/use-words';
import { Notice } from '../shared/states/notice';
import { ProblemNotice } from '../shared/states/problem-notice';
import { changePassword, sessionsQuery } from './account-queries';
import { SHORTEST_PASSWORD } from './shortest-password';

const EMPTY = { oldPassword: '', newPassword: '' };

/** The old password, the new one, and what follows. What is typed is forgotten when it was taken. */
export function PasswordForm(): ReactNode {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const [body, setBody] = useState(EMPTY);
  const change = useMutation({
    mutationFn: changePassword,
    onSuccess: () => {
      setBody(EMPTY);
      return queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    },
  });
  const field = (name: keyof typeof EMPTY) => ({
    size: 'md' as const,
    required: true,
    visibilityToggleButtonProps: { 'aria-label': t('auth:signIn.show') },
    value: body[name],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => {
      setBody({ ...body, [name]: value });
    },
  });
  return (
    <form
      className="panel stack"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        if (!change.isPending) change.mutate(body);
      }}
    >
      <Title order={2} size="h3">
        {t('auth:account.password')}
      </Title>
      <PasswordInput label={t('auth:account.old')} autoComplete="current-password" {...field('oldPassword')} />
      <PasswordInput
        label={t('auth:account.new')}
        description={t('auth:account.hint')}
        autoComplete="new-password"
        minLength={SHORTEST_PASSWORD}
        {...field('newPassword')}
      />
      {change.error !== null && <ProblemNotice error={change.error} />}
      {change.isSuccess && <Notice tone="done">{t('auth:account.changed')}</Notice>}
      <div className="row">
        <Button type="submit" h={44} aria-disabled={change.isPending}>
          {t('auth:account.change')}
        </Button>
      </div>
    </form>
  );
}

import { Button, PasswordInput, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { LanguageSwitch } from '../app/shell/language-switch';
import { answer, api } from '../api/client';
import { useWords } from '../shared/language/use-words';
import { Notice } from '../shared/states/notice';
import { ProblemNotice } from '../shared/states/problem-notice';
import { SHORTEST_PASSWORD } from './shortest-password';
import './sign-in.css';

const route = getRouteApi('/activate');

/** Where a new officer turns the code they were given into a password of their own. */
export function ActivatePage(): ReactNode {
  const { t } = useWords();
  const { username } = route.useSearch();
  const activate = useMutation({
    mutationFn: (body: { username: string; code: string; password: string }) =>
      answer(api.POST('/api/v1/auth/activate', { body })),
  });
  return (
    <main className="sign-in">
      <title>{`${t('organisation:activate.title')} · Amanah`}</title>
      <div className="row sign-in-tools">
        <LanguageSwitch />
      </div>
      <Title order={1}>{t('organisation:activate.title')}</Title>
      {activate.error !== null && <ProblemNotice error={activate.error} />}
      {activate.isSuccess ? (
        <Notice tone="done">{t('organisation:activate.done')}</Notice>
      ) : (
        <ActivateForm
          username={username ?? ''}
          isBusy={activate.isPending}
          onSubmit={(body) => {
            activate.mutate(body);
          }}
        />
      )}
      <Link to="/sign-in" className="text-link">
        {t('organisation:activate.signIn')}
      </Link>
    </main>
  );
}

interface FormProps {
  readonly username: string;
  readonly isBusy: boolean;
  readonly onSubmit: (body: { username: string; code: string; password: string }) => void;
}

function ActivateForm({ username, isBusy, onSubmit }: FormProps): ReactNode {
  const { t } = useWords();
  const [body, setBody] = useState({ username, code: '', password: '' });
  return (
    <form
      className="stack panel"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) onSubmit(body);
      }}
    >
      {(['username', 'code'] as const).map((field) => (
        <TextInput
          key={field}
          label={t(`organisation:activate.${field}`)}
          autoComplete={field === 'username' ? 'username' : 'one-time-code'}
          size="md"
          required
          value={body[field]}
          onChange={({ currentTarget: { value } }) => {
            setBody({ ...body, [field]: value });
          }}
        />
      ))}
      <PasswordInput
        label={t('organisation:activate.password')}
        description={t('organisation:activate.passwordHint')}
        autoComplete="new-password"
        size="md"
        required
        minLength={SHORTEST_PASSWORD}
        visibilityToggleButtonProps={{ 'aria-label': t('auth:signIn.show') }}
        value={body.password}
        onChange={({ currentTarget: { value } }) => {
          setBody({ ...body, password: value });
        }}
      />
      <Button type="submit" size="md" aria-disabled={isBusy}>
        {t('organisation:activate.submit')}
      </Button>
    </form>
  );
}

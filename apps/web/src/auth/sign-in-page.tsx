import { Button, PasswordInput, TextInput, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { LanguageSwitch } from '../app/shell/language-switch';
import { SchemeSwitch } from '../app/shell/scheme-switch';
import { answer, api } from '../api/client';
import { ProblemError } from '../api/problem';
import type { Me } from '../api/schemas';
import { hasChosenLanguage, speak } from '../shared/language/language';
import { useWords } from '../shared/language/use-words';
import { Notice } from '../shared/states/notice';
import { ProblemNotice } from '../shared/states/problem-notice';
import { CodeField } from './code-field';
import { DemoAccounts } from './demo-accounts';
import { ProviderButton } from './provider/provider-button';
import { landing, meQuery } from './session';
import './sign-in.css';

const route = getRouteApi('/sign-in');

/** What is left after a name and a password that were right, by the server's answer: some accounts have a passkey alone. */
const LEFT: Partial<Record<string, 'code' | 'passkey'>> = {
  CODE_REQUIRED: 'code',
  CODE_WRONG: 'code',
  PASSKEY_REQUIRED: 'passkey',
  PASSKEY_WRONG: 'passkey',
  PASSKEY_NONE: 'code',
};

interface Credentials {
  readonly username: string;
  readonly password: string;
  /** Of the authenticator app, once the server has asked for it. */
  readonly code?: string;
  /** Or a passkey is to answer in its place. */
  readonly byPasskey?: true;
}

/** Signs in and goes back to the address that was asked for. */
export function SignInPage(): ReactNode {
  const { t } = useWords();
  const { to, ended } = route.useSearch();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [left, setLeft] = useState<'code' | 'passkey'>();
  const signIn = useMutation({
    mutationFn: sent,
    onError: (error) => {
      if (error instanceof ProblemError) setLeft(LEFT[error.problem.code]);
    },
    onSuccess: (me: Me) => {
      queryClient.clear();
      queryClient.setQueryData(meQuery.queryKey, me);
      if (!hasChosenLanguage()) void speak(me.language === 'en' ? 'en' : 'id');
      router.history.push(landing(to));
    },
  });
  return (
    <main className="sign-in">
      <title>{`${t('auth:signIn.title')} · Amanah`}</title>
      <div className="row sign-in-tools">
        <LanguageSwitch />
        <SchemeSwitch />
      </div>
      <Title order={1}>{t('auth:signIn.title')}</Title>
      {ended === true && <Notice tone="soon">{t('auth:signIn.ended')}</Notice>}
      {signIn.error !== null && <SignInProblem error={signIn.error} />}
      <SignInForm
        left={left}
        isBusy={signIn.isPending}
        onSubmit={(credentials) => {
          signIn.mutate(credentials);
        }}
      />
      <ProviderButton to={to} />
      <Link to="/activate" className="text-link">
        {t('auth:signIn.activate')}
      </Link>
      <ForFamilies />
      <DemoAccounts
        onChoose={(credentials) => {
          signIn.mutate(credentials);
        }}
      />
    </main>
  );
}

/** A device that was cancelled is no lost connection. */
function SignInProblem({ error }: { readonly error: Error }): ReactNode {
  const { t } = useWords();
  if (error.name === 'NotAllowedError') return <Notice tone="soon">{t('auth:signIn.unconfirmed')}</Notice>;
  return <ProblemNotice error={error} />;
}

/** Whoever comes here for help has no account, and needs none. */
function ForFamilies(): ReactNode {
  const { t } = useWords();
  return (
    <nav className="row" aria-label={t('auth:signIn.families')}>
      <span>{t('auth:signIn.families')}</span>
      <Link to="/cek" className="text-link">
        {t('auth:signIn.ownAid')}
      </Link>
      <Link to="/pengaduan" className="text-link">
        {t('auth:signIn.complain')}
      </Link>
    </nav>
  );
}

/** What talks to the device comes only when a passkey is to answer. */
async function sent({ byPasskey, ...credentials }: Credentials): Promise<Me> {
  if (byPasskey !== true) return answer(api.POST('/api/v1/auth/sign-in', { body: credentials }));
  const { username, password } = credentials;
  const passkey = await (await import('./passkeys/passkey-device')).passkeyAt({ username, password });
  return answer(api.POST('/api/v1/auth/sign-in', { body: { username, password, passkey } }));
}

interface FormProps {
  readonly left: 'code' | 'passkey' | undefined;
  readonly isBusy: boolean;
  readonly onSubmit: (credentials: Credentials) => void;
}

function SignInForm({ left, isBusy, onSubmit }: FormProps): ReactNode {
  const { t } = useWords();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  return (
    <form
      className="stack panel"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) onSubmit({ username: username.trim(), password, ...(left === 'code' ? { code } : {}) });
      }}
    >
      <TextInput
        label={t('auth:signIn.username')}
        autoComplete="username"
        size="md"
        required
        value={username}
        onChange={(event) => {
          setUsername(event.currentTarget.value);
        }}
      />
      <PasswordInput
        label={t('auth:signIn.password')}
        autoComplete="current-password"
        size="md"
        required
        visibilityToggleButtonProps={{ 'aria-label': t('auth:signIn.show') }}
        value={password}
        onChange={(event) => {
          setPassword(event.currentTarget.value);
        }}
      />
      {left === 'code' && <CodeField label={t('auth:signIn.code')} value={code} onChange={setCode} />}
      {left !== undefined && (
        <Button
          variant="default"
          size="md"
          aria-disabled={isBusy}
          onClick={() => {
            if (!isBusy) onSubmit({ username: username.trim(), password, byPasskey: true });
          }}
        >
          Passkey
        </Button>
      )}
      <Button type="submit" size="md" aria-disabled={isBusy}>
        {t('auth:signIn.submit')}
      </Button>
    </form>
  );
}

import { type ReactNode, type SubmitEvent, useState } from 'react';
import { ProblemError } from '../../api/problem';
import { useWords } from '../../shared/language/use-words';
import { signIn } from '../offline/field-calls';
import { Field } from './field-parts';
import { useIsOnline, usePhone } from './use-phone';

interface Props {
  readonly isAgain?: boolean;
  readonly onDone?: () => void;
}

/** The same session as the office's pages have. */
export function SignIn({ isAgain = false, onDone }: Props): ReactNode {
  const { t } = useWords();
  const { store, sync } = usePhone();
  const isOnline = useIsOnline();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string>();
  const go = (event: SubmitEvent): void => {
    event.preventDefault();
    signIn(username, password, code).then(
      () => {
        store.set({ needsSignIn: false });
        onDone?.();
        void sync.run();
      },
      (error: unknown) => {
        setProblem(error instanceof ProblemError ? error.problem.detail : t('follow-up:field.outbox.noSignal'));
      },
    );
  };
  return (
    <form className="stack" onSubmit={go}>
      <h1>{isAgain ? t('follow-up:field.signIn.title') : t('follow-up:field.app')}</h1>
      {isAgain && <p>{t('follow-up:field.signIn.again')}</p>}
      {!isOnline && <p role="status">{t('follow-up:field.signIn.offline')}</p>}
      <Text
        label={t('follow-up:field.signIn.username')}
        value={username}
        autoComplete="username"
        onChange={setUsername}
      />
      <Text
        isSecret
        label={t('follow-up:field.signIn.password')}
        value={password}
        autoComplete="current-password"
        onChange={setPassword}
      />
      <Text label={t('follow-up:field.signIn.code')} value={code} autoComplete="one-time-code" onChange={setCode} />
      {problem !== undefined && <p role="alert">{problem}</p>}
      <button type="submit" className="primary">
        {t('follow-up:field.signIn.go')}
      </button>
    </form>
  );
}

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly autoComplete: string;
  readonly isSecret?: boolean;
  readonly onChange: (value: string) => void;
}

function Text({ label, value, autoComplete, isSecret = false, onChange }: TextProps): ReactNode {
  return (
    <Field label={label}>
      <input
        type={isSecret ? 'password' : 'text'}
        autoComplete={autoComplete}
        autoCapitalize="none"
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
    </Field>
  );
}

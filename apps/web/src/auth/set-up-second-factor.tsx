import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useWords } from '../shared/language/use-words';
import { ProblemNotice } from '../shared/states/problem-notice';
import { beginSecondFactor, confirmSecondFactor, secondFactorQuery } from './account-queries';
import { CodeField } from './code-field';
import { QrCode } from './qr-code';
import { OwnPassword } from './own-password';

interface Props {
  readonly onSetUp: (recoveryCodes: readonly string[]) => void;
}

/** The password, the secret for the app, and a first code of it. */
export function SetUpSecondFactor({ onSetUp }: Props): ReactNode {
  const { t } = useWords();
  const [password, setPassword] = useState('');
  const begin = useMutation({
    mutationFn: beginSecondFactor,
    onSuccess: () => {
      setPassword('');
    },
  });
  if (begin.data !== undefined) return <FirstCode {...begin.data} onSetUp={onSetUp} />;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!begin.isPending) begin.mutate(password);
      }}
    >
      <OwnPassword label={t('auth:factor.password')} value={password} onChange={setPassword} />
      {begin.error !== null && <ProblemNotice error={begin.error} />}
      <div>
        <Button type="submit" aria-disabled={begin.isPending}>
          {t('auth:factor.begin')}
        </Button>
      </div>
    </form>
  );
}

interface FirstCodeProps extends Props {
  readonly uri: string;
  readonly secret: string;
}

function FirstCode({ uri, secret, onSetUp }: FirstCodeProps): ReactNode {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: confirmSecondFactor,
    onSuccess: ({ codes }) => {
      onSetUp(codes);
      return queryClient.invalidateQueries({ queryKey: secondFactorQuery.queryKey });
    },
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!confirm.isPending) confirm.mutate(code);
      }}
    >
      <p>{t('auth:factor.scan')}</p>
      <QrCode text={uri} label={t('auth:factor.qr')} />
      <code>{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
      <CodeField label={t('auth:factor.code')} value={code} onChange={setCode} />
      {confirm.error !== null && <ProblemNotice error={confirm.error} />}
      <div>
        <Button type="submit" aria-disabled={confirm.isPending}>
          {t('auth:factor.confirm')}
        </Button>
      </div>
    </form>
  );
}

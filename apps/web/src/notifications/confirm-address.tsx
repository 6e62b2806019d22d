import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { NotificationSetting } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useWords } from '../shared/language/use-words';
import { Notice } from '../shared/states/notice';
import { ProblemNotice } from '../shared/states/problem-notice';
import { confirmAddress, sendCode, settingQuery } from './notification-queries';

interface Props {
  readonly setting: NotificationSetting;
  readonly email: string;
}

/** Whether the address is confirmed, and the code by which it becomes so. */
export function ConfirmAddress({ setting, email }: Props): ReactNode {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const [code, setCode] = useState('');
  const [sent, setSent] = useState(0);
  const confirm = useCommand(confirmAddress);
  const again = useCommand(sendCode);
  const keep = (saved: NotificationSetting): void => {
    queryClient.setQueryData(settingQuery.queryKey, saved);
  };
  if (setting.isConfirmed) return <Confirmed refusal={setting.refusal} />;
  return (
    <form
      className="panel stack"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        confirm.mutate(code, { onSuccess: keep });
      }}
    >
      <Notice tone="soon">
        {setting.refusal === null
          ? t('notifications:settings.unconfirmed')
          : t('notifications:settings.refused', { code: setting.refusal })}
      </Notice>
      {setting.isCodeSent && <p>{t('notifications:settings.codeSent', { email })}</p>}
      <TextInput
        label={t('notifications:settings.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={({ currentTarget: { value } }) => {
          setCode(value);
        }}
      />
      {[confirm.error, again.error].map(
        (error, index) => error !== null && <ProblemNotice key={index} error={error} />,
      )}
      <div className="row">
        <Button type="submit" h={44} aria-disabled={confirm.isPending}>
          {t('notifications:settings.confirm')}
        </Button>
        <Button
          variant="default"
          h={44}
          aria-disabled={again.isPending}
          onClick={() => {
            if (again.isPending) return;
            setSent(sent + 1);
            again.mutate(sent + 1, { onSuccess: keep });
          }}
        >
          {t('notifications:settings.sendCode')}
        </Button>
      </div>
    </form>
  );
}

function Confirmed({ refusal }: { readonly refusal: string | null }): ReactNode {
  const { t } = useWords();
  if (refusal !== null) return <Notice tone="soon">{t('notifications:settings.failed', { code: refusal })}</Notice>;
  return <Notice tone="done">{t('notifications:settings.confirmed')}</Notice>;
}

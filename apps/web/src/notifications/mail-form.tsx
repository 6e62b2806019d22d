import { Button, Checkbox, Radio, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { NotificationSetting } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useWords } from '../shared/language/use-words';
import { announce } from '../shared/states/live-region';
import { ProblemNotice } from '../shared/states/problem-notice';
import { saveSetting, settingQuery } from './notification-queries';

const MODES = ['off', 'immediate', 'digest'] as const;
type Mode = (typeof MODES)[number];

/** Whether, where and of what mail is sent. What is wrong is told by the server, with the field and what would be right. */
export function MailForm({ setting }: { readonly setting: NotificationSetting }): ReactNode {
  const { t, format, codeWord } = useWords();
  const queryClient = useQueryClient();
  const [email, setEmail] = useState(setting.email ?? '');
  const [mode, setMode] = useState<Mode>(setting.mode);
  const [kindsOff, setKindsOff] = useState(setting.kindsOff);
  const save = useCommand(saveSetting);
  const hour = format.time(`2000-01-01T0${setting.digestHour}:00:00+07:00`);
  return (
    <form
      className="panel stack"
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault();
        save.mutate(
          { email: email.trim() === '' ? null : email, mode, kindsOff },
          {
            onSuccess: (saved) => {
              announce(t('notifications:settings.saved'));
              queryClient.setQueryData(settingQuery.queryKey, saved);
            },
          },
        );
      }}
    >
      <Radio.Group
        label={t('notifications:settings.mode.label')}
        value={mode}
        onChange={(chosen) => {
          setMode(MODES.find((known) => known === chosen) ?? 'off');
        }}
      >
        <div className="stack">
          {MODES.map((value) => (
            <Radio key={value} value={value} label={t(`notifications:settings.mode.${value}`, { hour })} />
          ))}
        </div>
      </Radio.Group>
      <TextInput
        type="email"
        autoComplete="email"
        label={t('notifications:settings.email')}
        description={t('notifications:settings.emailHint')}
        value={email}
        onChange={({ currentTarget: { value } }) => {
          setEmail(value);
        }}
      />
      <Checkbox.Group
        label={t('notifications:settings.kinds')}
        value={setting.kinds.filter((kind) => !kindsOff.includes(kind))}
        onChange={(on) => {
          setKindsOff(setting.kinds.filter((kind) => !on.includes(kind)));
        }}
      >
        <div className="stack">
          {setting.kinds.map((kind) => (
            <Checkbox key={kind} value={kind} label={codeWord('notifications:kind', kind)} />
          ))}
        </div>
      </Checkbox.Group>
      {save.error !== null && <ProblemNotice error={save.error} />}
      <div className="row">
        <Button type="submit" h={44} aria-disabled={save.isPending}>
          {t('notifications:settings.save')}
        </Button>
        {save.isSuccess && <span className="small-print">{t('notifications:settings.saved')}</span>}
      </div>
    </form>
  );
}

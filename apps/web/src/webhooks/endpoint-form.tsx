import { Checkbox, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { NewWebhookEndpoint, WebhookSecret } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useMe } from '../auth/session';
import { useWords } from '../shared/language/use-words';
import { CommandForm } from '../shared/look/command-form';
import { announce } from '../shared/states/live-region';
import { registerEndpoint } from './webhook-queries';
import { FACTS } from './webhook-words';

interface Props {
  readonly onSecret: (secret: WebhookSecret) => void;
  readonly onClose: () => void;
}

/** A new receiver: who it is, where, and which facts of which territory it waits for. */
export function EndpointForm({ onSecret, onClose }: Props): ReactNode {
  const { t } = useWords();
  const me = useMe();
  const command = useCommand(registerEndpoint);
  const [isTried, setTried] = useState(false);
  const [written, setWritten] = useState<NewWebhookEndpoint>(() => ({
    ...{ name: '', url: '', territoryCode: me.appointments[0]?.territoryCode ?? 'ID', types: [] },
  }));
  const set = (more: Partial<NewWebhookEndpoint>): void => {
    setWritten({ ...written, ...more });
  };
  return (
    <CommandForm
      send={t('webhooks:register')}
      command={command}
      consequence={t('webhooks:consequence')}
      onSubmit={() => {
        setTried(true);
        if (written.types.length === 0) return;
        command.mutate(written, {
          onSuccess: (secret) => {
            announce(t('webhooks:registered'));
            onSecret(secret);
            onClose();
          },
        });
      }}
      onClose={onClose}
    >
      <TextInput
        label={t('webhooks:name')}
        description={t('webhooks:nameHint')}
        required
        minLength={3}
        maxLength={100}
        value={written.name}
        onChange={({ currentTarget: { value } }) => {
          set({ name: value });
        }}
      />
      <TextInput
        type="url"
        label={t('webhooks:url')}
        description={t('webhooks:urlHint')}
        required
        maxLength={500}
        value={written.url}
        onChange={({ currentTarget: { value } }) => {
          set({ url: value.trim() });
        }}
      />
      <TextInput
        label={t('webhooks:territoryCode')}
        description={t('webhooks:territoryHint')}
        required
        value={written.territoryCode}
        onChange={({ currentTarget: { value } }) => {
          set({ territoryCode: value.trim() });
        }}
      />
      <Checkbox.Group
        label={t('webhooks:facts')}
        error={isTried && written.types.length === 0 ? t('webhooks:factsNone') : undefined}
        value={written.types}
        onChange={(chosen) => {
          set({ types: FACTS.filter((fact) => chosen.includes(fact)) });
        }}
      >
        <div className="stack">
          {FACTS.map((fact) => (
            <Checkbox key={fact} value={fact} label={t(`webhooks:factIs.${fact}`)} />
          ))}
        </div>
      </Checkbox.Group>
    </CommandForm>
  );
}

import { Button, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { WebhookSecret } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { announce } from '../shared/states/live-region';
import { Notice } from '../shared/states/notice';

interface Props {
  readonly shown: WebhookSecret;
  readonly onClose: () => void;
}

/** A secret, the only time it is seen: it lives in this page's memory until the person has copied it. */
export function SecretShown({ shown: { secret }, onClose }: Props): ReactNode {
  const { t } = useWords();
  if (secret === null) return <Notice tone="soon">{t('webhooks:secret.lost')}</Notice>;
  return (
    <section className="panel stack" aria-label={t('webhooks:secret.title')}>
      <Notice tone="soon">{t('webhooks:secret.once')}</Notice>
      <TextInput
        readOnly
        autoFocus
        label={t('webhooks:secret.title')}
        value={secret}
        onFocus={({ currentTarget }) => {
          currentTarget.select();
        }}
      />
      <div className="row">
        <Button
          variant="default"
          h={44}
          onClick={() => {
            void navigator.clipboard.writeText(secret).then(() => {
              announce(t('webhooks:secret.copied'));
            });
          }}
        >
          {t('webhooks:secret.copy')}
        </Button>
        <Button h={44} onClick={onClose}>
          {t('webhooks:secret.close')}
        </Button>
      </div>
    </section>
  );
}

import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { Answered } from '../shared/states/answered';
import { Notice } from '../shared/states/notice';
import { ConfirmAddress } from './confirm-address';
import { MailForm } from './mail-form';
import { settingQuery } from './notification-queries';

/** How this person wants to be told; language and appearance are switched in the header. */
export function SettingsPage(): ReactNode {
  const { t } = useWords();
  const query = useQuery(settingQuery);
  return (
    <div className="stack">
      <PageHeading title={t('shell.settings')} />
      <Title order={2}>{t('notifications:settings.mail')}</Title>
      <p>{t('notifications:settings.inApp')}</p>
      <Answered query={query}>
        {(setting) =>
          setting.isAvailable ? (
            <>
              <MailForm setting={setting} />
              {setting.email !== null && <ConfirmAddress setting={setting} email={setting.email} />}
            </>
          ) : (
            <Notice tone="running">{t('notifications:settings.notSetUp')}</Notice>
          )
        }
      </Answered>
    </div>
  );
}

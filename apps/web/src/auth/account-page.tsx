import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { Answered } from '../shared/states/answered';
import { sessionsQuery } from './account-queries';
import { OwnReset } from './own-reset';
import { PasskeyPanel } from './passkeys/passkey-panel';
import { PasswordForm } from './password-form';
import { SecondFactorPanel } from './second-factor-panel';
import { SessionList } from './session-list';

/** One's own account: where it is signed in, and its password. */
export function AccountPage(): ReactNode {
  const { t } = useWords();
  const query = useQuery(sessionsQuery);
  return (
    <div className="stack">
      <PageHeading title={t('auth:account.title')} />
      <OwnReset />
      <Answered query={query}>{(sessions) => <SessionList sessions={sessions} />}</Answered>
      <SecondFactorPanel />
      <PasskeyPanel />
      <PasswordForm />
    </div>
  );
}

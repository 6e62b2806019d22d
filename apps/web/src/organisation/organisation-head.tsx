import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { may, useMe } from '../auth/session';
import { AuthorityTabs } from '../mandates/authority-tabs';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';

interface Props {
  readonly title: string;
  readonly here: 'offices' | 'officers' | 'import';
  readonly mayWrite: boolean;
}

/** The name of the page, the tabs of its room, and the pages of the register. */
export function OrganisationHead({ title, here, mayWrite }: Props): ReactNode {
  const { t } = useWords();
  const me = useMe();
  const pages = [
    { to: '/organisation', name: 'offices' },
    { to: '/organisation/officers', name: 'officers' },
    ...(mayWrite ? [{ to: '/organisation/import', name: 'import' } as const] : []),
    ...(may(me, 'webhook:read') ? [{ to: '/webhooks', name: 'webhooks' } as const] : []),
  ] as const;
  return (
    <>
      <PageHeading title={title} />
      <AuthorityTabs />
      <nav aria-label={t('organisation:pages')}>
        <ul className="view-tabs">
          {pages.map(({ to, name }) => (
            <li key={name}>
              <Link to={to} activeOptions={{ exact: true }} aria-current={name === here ? 'page' : undefined}>
                {t(`organisation:page.${name}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../shared/language/use-words';

const PAGES = [
  { to: '/mandates', word: 'mandates' },
  { to: '/approvals', word: 'approvals' },
  { to: '/organisation', word: 'organisation' },
  { to: '/delegations', word: 'delegations' },
  { to: '/handovers', word: 'handovers' },
] as const;

/** The pages that say who may decide, who must act, and by when. */
export function AuthorityTabs(): ReactNode {
  const { t } = useWords();
  return (
    <nav aria-label={t('mandates:pages')}>
      <ul className="view-tabs">
        {PAGES.map(({ to, word }) => (
          <li key={to}>
            <Link to={to} activeOptions={{ exact: true }} activeProps={{ 'aria-current': 'page' }}>
              {t(`mandates:page.${word}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

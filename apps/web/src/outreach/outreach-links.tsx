import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../shared/language/use-words';

/** The pages of the room, each a step of the work. */
export function OutreachLinks(): ReactNode {
  const { t } = useWords();
  return (
    <>
      <Link to="/outreach" className="text-link">
        {t('outreach:needTitle')}
      </Link>
      {' · '}
      <Link to="/outreach/campaigns" className="text-link">
        {t('outreach:campaigns')}
      </Link>
      {' · '}
      <Link to="/outreach/sessions" className="text-link">
        {t('outreach:sessions')}
      </Link>
      {' · '}
      <Link to="/outreach/effect" className="text-link">
        {t('outreach:effect')}
      </Link>
    </>
  );
}

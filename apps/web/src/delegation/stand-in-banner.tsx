import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Me } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { Notice } from '../shared/states/notice';

/** For whom the reader acts today beside themselves, and until when. */
export function StandInBanner({ standsFor }: { readonly standsFor: Me['standsFor'] }): ReactNode {
  const { t, format } = useWords();
  return (
    <Notice tone="running">
      {standsFor.map(({ delegationId, principal, between, officeName, validTo }) => {
        const words = { name: principal, office: officeName, via: between.join(', '), date: format.date(validTo) };
        return (
          <p key={delegationId}>
            {t(between.length === 0 ? 'delegation:delegations.banner' : 'delegation:delegations.bannerVia', words)}
          </p>
        );
      })}
      <Link to="/inbox" search={{ view: 'behalf' }} className="text-link">
        {t('delegation:delegations.seeTasks')}
      </Link>
    </Notice>
  );
}

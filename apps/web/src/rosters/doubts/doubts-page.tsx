import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import { PageHeading } from '../../shared/look/page-heading';
import { DoubtList } from './doubt-list';
import { DoubtTable } from './doubt-table';

const route = getRouteApi('/shell/rosters/$rosterId/doubts');
const VIEWS = [undefined, 'undecided', 'open', 'settled'] as const;

/** What was asked about families of a list, and how it was answered; to read. */
export function DoubtsPage(): ReactNode {
  const { rosterId } = route.useParams();
  const filter = route.useSearch();
  const { t } = useWords();
  return (
    <div className="stack">
      <PageHeading
        title={t('families:doubt.title')}
        trail={
          <Link to="/rosters/$rosterId" params={{ rosterId }} className="text-link">
            {t('decree.roster')}
          </Link>
        }
      />
      <nav aria-label={t('table.filter')}>
        <ul className="view-tabs">
          {VIEWS.map((view) => (
            <li key={view ?? 'all'}>
              <Link
                to="/rosters/$rosterId/doubts"
                params={{ rosterId }}
                search={{ ...filter, view }}
                aria-current={view === filter.view ? 'page' : undefined}
              >
                {view === undefined ? t('families:doubt.all') : t(`families:doubt.views.${view}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <DoubtList rosterId={rosterId} filter={filter}>
        {(doubts) => <DoubtTable doubts={doubts} />}
      </DoubtList>
    </div>
  );
}

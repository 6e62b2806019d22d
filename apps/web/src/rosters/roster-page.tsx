import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { Answered } from '../shared/states/answered';
import { Empty } from '../shared/states/empty';
import { ProblemNotice } from '../shared/states/problem-notice';
import { WaitingRows } from '../shared/states/waiting-rows';
import { LoadMore } from '../shared/table/load-more';
import { FamiliesTable } from './families/families-table';
import { FamilyFilters } from './families/family-filters';
import { RosterChanges } from './roster-changes';
import { RosterCounts } from './roster-counts';
import { familiesQuery, rosterQuery } from './roster-queries';

const route = getRouteApi('/shell/rosters/$rosterId');

/** A roster's families, masked, with what was found and what was decided. */
export function RosterPage(): ReactNode {
  const { rosterId } = route.useParams();
  const { t } = useWords();
  const query = useQuery(rosterQuery(rosterId));
  return (
    <div className="stack">
      <Answered query={query}>
        {(roster) => (
          <>
            <PageHeading
              title={t('roster.title', { version: roster.version })}
              trail={
                <Link
                  to="/periods/$periodId/cities/$cityCode"
                  params={{ periodId: roster.periodId, cityCode: roster.cityCode }}
                  className="text-link"
                >
                  {t('money.board')}
                </Link>
              }
            />
            <RosterCounts roster={roster} />
            <p>
              <Link to="/rosters/$rosterId/doubts" params={{ rosterId: roster.id }} className="text-link">
                {t('roster.doubts')}
              </Link>
            </p>
            <RosterChanges roster={roster} />
            <FamilyFilters roster={roster} />
            <Families rosterId={roster.id} />
          </>
        )}
      </Answered>
    </div>
  );
}

function Families({ rosterId }: { readonly rosterId: string }): ReactNode {
  const filter = route.useSearch();
  const { t } = useWords();
  const query = useInfiniteQuery(familiesQuery(rosterId, filter));
  const families = query.data?.pages.flatMap(({ rows }) => rows);
  return (
    <>
      {query.error !== null && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {families === undefined && query.error === null && <WaitingRows />}
      {families?.length === 0 && (
        <Empty
          action={
            <Link to="/rosters/$rosterId" params={{ rosterId }} search={{}} className="text-link">
              {t('table.clearFilter')}
            </Link>
          }
        >
          {t('table.noResult')}
        </Empty>
      )}
      {families !== undefined && families.length > 0 && (
        <>
          <FamiliesTable families={families} />
          <LoadMore query={query} shown={families.length} />
        </>
      )}
    </>
  );
}

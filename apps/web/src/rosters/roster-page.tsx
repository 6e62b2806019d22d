import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { Answered } from '../shared/states/answered';
import { AnsweredList } from '../shared/states/answered-list';
import { Empty } from '../shared/states/empty';
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
  return (
    <>
      <AnsweredList
        query={query}
        empty={
          <Empty
            action={
              <Link to="/rosters/$rosterId" params={{ rosterId }} search={{}} className="text-link">
                {t('table.clearFilter')}
              </Link>
            }
          >
            {t('table.noResult')}
          </Empty>
        }
      >
        {(families) => <FamiliesTable families={families} />}
      </AnsweredList>
    </>
  );
}

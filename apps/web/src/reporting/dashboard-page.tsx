import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Dashboard } from '../api/schemas';
import { LiveStamp } from '../periods/board/live-stamp';
import { useLivePeriod } from '../periods/board/use-live-period';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { Answered } from '../shared/states/answered';
import { AddsUp } from './adds-up';
import { BurnDown } from './burn-down';
import { ChangeTable } from './change-table';
import { TerritoryLink } from './dashboard-links';
import { PART_SORTS, type PartSort } from './dashboard-order';
import { dashboardQuery } from './dashboard-queries';
import { PartsRanking } from './parts-ranking';
import { ReasonBars } from './reason-bars';

const route = getRouteApi('/shell/periods/$periodId/dashboard');

/** One territory of a period, the same page from the nation to the kelurahan. */
export function DashboardPage(): ReactNode {
  const { periodId } = route.useParams();
  const { territory = 'ID', sort } = route.useSearch();
  const { t } = useWords();
  const isLive = useLivePeriod(periodId);
  const query = useQuery(dashboardQuery(periodId, territory));
  return (
    <div className="stack">
      {query.data === undefined && <PageHeading title={t('room.dashboard')} />}
      <Answered query={query}>
        {(dashboard) => (
          <DashboardSheet
            // A new territory is a new page, whose heading takes the focus.
            key={dashboard.territoryCode}
            dashboard={dashboard}
            periodId={periodId}
            sort={PART_SORTS.find((known) => known === sort) ?? 'worst'}
            isLive={isLive}
          />
        )}
      </Answered>
    </div>
  );
}

interface SheetProps {
  readonly dashboard: Dashboard;
  readonly periodId: string;
  readonly sort: PartSort;
  readonly isLive: boolean;
}

/** Five questions of a territory, each with its answer in figures. */
export function DashboardSheet({ dashboard, periodId, sort, isLive }: SheetProps): ReactNode {
  const { t } = useWords();
  return (
    <>
      <PageHeading
        title={t('reporting:dashboard.title', { name: dashboard.name })}
        trail={<Trail dashboard={dashboard} periodId={periodId} />}
        aside={<LiveStamp at={dashboard.at} isLive={isLive} />}
      />
      <p>
        <Link to="/alerts" className="text-link">
          {t('reporting:alerts.title')}
        </Link>
      </p>
      <AddsUp dashboard={dashboard} periodId={periodId} />
      {dashboard.partsAre !== null && <PartsRanking dashboard={dashboard} periodId={periodId} sort={sort} />}
      <BurnDown dashboard={dashboard} />
      <ReasonBars dashboard={dashboard} periodId={periodId} />
      <ChangeTable dashboard={dashboard} />
    </>
  );
}

/** The period, and the territories above; those that are not the reader's are only named. */
function Trail({ dashboard, periodId }: Pick<SheetProps, 'dashboard' | 'periodId'>): ReactNode {
  const { t, format } = useWords();
  const above = dashboard.trail.slice(0, -1);
  return (
    <nav aria-label={t('reporting:dashboard.trail')}>
      <ol className="territory-trail">
        <li>
          <Link to="/periods/$periodId" params={{ periodId }} className="text-link">
            {t('periods.name', { months: format.months(dashboard.months) })}
          </Link>
        </li>
        {above.map(({ territoryCode, name, isReaders }) => (
          <li key={territoryCode}>
            {isReaders ? (
              <TerritoryLink periodId={periodId} territoryCode={territoryCode}>
                {name}
              </TerritoryLink>
            ) : (
              name
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

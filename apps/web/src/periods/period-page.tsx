import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { may, useMe } from '../auth/session';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { StatusTag } from '../shared/look/status-tag';
import { Answered } from '../shared/states/answered';
import { AllocationsTable } from './allocations-table';
import { periodQuery } from './period-queries';

const route = getRouteApi('/shell/periods/$periodId');

/** A period with its cities; each number opens the city's board. */
export function PeriodPage(): ReactNode {
  const { periodId } = route.useParams();
  const { t, format } = useWords();
  const me = useMe();
  const query = useQuery(periodQuery(periodId));
  // The nation, or a province: whoever has less opens the statement of a city.
  const places = me.appointments.map(({ territoryCode }) => territoryCode);
  const widest = places.includes('ID') ? 'ID' : places.find((code) => code.length === 2);
  return (
    <div className="stack">
      <Answered query={query}>
        {(detail) => (
          <>
            <PageHeading
              title={t('periods.name', { months: format.months(detail.period.months) })}
              trail={
                <Link to="/periods" className="text-link">
                  {t('periods.title')}
                </Link>
              }
              aside={
                <StatusTag tone={detail.period.state === 'open' ? 'running' : 'done'}>
                  {t(`periods.is.${detail.period.state}`)}
                </StatusTag>
              }
            />
            <AllocationsTable detail={detail} />
            <nav className="row" aria-label={t('periods.rooms')}>
              <Link to="/periods/$periodId/quotas" params={{ periodId }} className="text-link">
                {t('room.quotas')}
              </Link>
              {may(me, 'follow-up:read') && (
                <Link to="/periods/$periodId/desks" params={{ periodId }} className="text-link">
                  {t('room.followUp')}
                </Link>
              )}
              {may(me, 'report:read') && (
                <Link to="/periods/$periodId/reports" params={{ periodId }} className="text-link">
                  {t('room.reports')}
                </Link>
              )}
              {may(me, 'money:read') && (
                <Link
                  to="/periods/$periodId/dashboard"
                  params={{ periodId }}
                  search={{ territory: widest ?? places[0] }}
                  className="text-link"
                >
                  {t('room.dashboard')}
                </Link>
              )}
              {may(me, 'money:read') && widest !== undefined && (
                <Link
                  to="/periods/$periodId/money"
                  params={{ periodId }}
                  search={{ within: widest }}
                  className="text-link"
                >
                  {t('money.title')}
                </Link>
              )}
              {may(me, 'money:read') && (
                <Link to="/periods/$periodId/orders" params={{ periodId }} className="text-link">
                  {t('room.orders')}
                </Link>
              )}
              {may(me, 'money:read') && (
                <Link to="/periods/$periodId/breaks" params={{ periodId }} className="text-link">
                  {t('room.breaks')}
                </Link>
              )}
            </nav>
          </>
        )}
      </Answered>
    </div>
  );
}

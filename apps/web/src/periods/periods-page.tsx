import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { may, useMe } from '../auth/session';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { StatusTag } from '../shared/look/status-tag';
import { Answered } from '../shared/states/answered';
import { Empty } from '../shared/states/empty';
import { DataTable } from '../shared/table/data-table';
import { periodsQuery } from './period-queries';

export function PeriodsPage(): ReactNode {
  const { t, format } = useWords();
  const me = useMe();
  const query = useQuery(periodsQuery);
  const ways = (
    <nav className="row" aria-label={t('periods.ways')}>
      {may(me, 'budget:read') && (
        <Link to="/budgets" className="text-link">
          {t('periods.budget')}
        </Link>
      )}
      {may(me, 'policy:read') && (
        <Link to="/policies" className="text-link">
          {t('periods.policies')}
        </Link>
      )}
      {may(me, 'policy:read') && (
        <Link to="/service-areas" className="text-link">
          {t('periods.services')}
        </Link>
      )}
      {may(me, 'period:create') && (
        <Link to="/periods/new" className="text-link">
          {t('periods.new')}
        </Link>
      )}
    </nav>
  );
  return (
    <div className="stack">
      <PageHeading title={t('periods.title')} aside={ways} />
      <Answered query={query}>
        {(periods) =>
          periods.length === 0 ? (
            <Empty>{t('periods.none')}</Empty>
          ) : (
            <DataTable
              caption={t('periods.title')}
              rows={periods}
              keyOf={({ id }) => id}
              columns={[
                {
                  name: t('periods.period'),
                  isHeader: true,
                  cell: ({ id, months }) => (
                    <Link to="/periods/$periodId" params={{ periodId: id }} className="text-link">
                      {format.months(months)}
                    </Link>
                  ),
                },
                { name: t('periods.code'), cell: ({ code }) => code },
                { name: t('periods.channel'), cell: ({ channel }) => t(`periods.by.${channel}`) },
                {
                  name: t('periods.state'),
                  cell: ({ state }) => (
                    <StatusTag tone={state === 'open' ? 'running' : 'done'}>{t(`periods.is.${state}`)}</StatusTag>
                  ),
                },
                { name: t('periods.openedOn'), cell: ({ openedOn }) => format.date(openedOn) },
              ]}
            />
          )
        }
      </Answered>
    </div>
  );
}

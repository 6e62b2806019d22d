import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Fingerprint } from '../shared/look/fingerprint';
import { PeriodPicker } from '../periods/period-picker';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { Answered } from '../shared/states/answered';
import { Empty } from '../shared/states/empty';
import { DataTable } from '../shared/table/data-table';
import { reportsQuery } from './report-queries';

const route = getRouteApi('/shell/periods/$periodId/reports');

export function ReportsPage(): ReactNode {
  const { periodId } = route.useParams();
  const { t, format } = useWords();
  const query = useQuery(reportsQuery(periodId));
  return (
    <div className="stack">
      <PageHeading title={t('room.reports')} aside={<PeriodPicker periodId={periodId} room="reports" />} />
      <Answered query={query}>
        {(reports) =>
          reports.length === 0 ? (
            <Empty>{t('reporting:report.none')}</Empty>
          ) : (
            <DataTable
              caption={t('room.reports')}
              rows={reports}
              keyOf={({ id }) => id}
              columns={[
                {
                  name: t('reporting:report.tier'),
                  isHeader: true,
                  cell: ({ id, tier, territoryCode }) => (
                    <Link to="/reports/$reportId" params={{ reportId: id }} className="text-link">
                      {t(`reporting:report.is.${tier}`)} {territoryCode}
                    </Link>
                  ),
                },
                { name: t('reporting:report.builtAt'), cell: ({ builtAt }) => format.dateTime(builtAt) },
                { name: t('money.hash'), cell: ({ contentHash }) => <Fingerprint hash={contentHash} /> },
              ]}
            />
          )
        }
      </Answered>
    </div>
  );
}

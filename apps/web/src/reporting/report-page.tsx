import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { Answered } from '../shared/states/answered';
import { reportQuery } from './report-queries';
import { ReportView } from './report-view';

const route = getRouteApi('/shell/reports/$reportId');

export function ReportPage(): ReactNode {
  const { reportId } = route.useParams();
  const { t } = useWords();
  const query = useQuery(reportQuery(reportId));
  return (
    <div className="stack">
      <Answered query={query}>
        {(report) => (
          <>
            <PageHeading
              title={t('reporting:report.of', { territory: report.content.territoryName })}
              trail={
                <Link to="/periods/$periodId/reports" params={{ periodId: report.periodId }} className="text-link">
                  {t('room.reports')}
                </Link>
              }
            />
            <ReportView report={report} />
          </>
        )}
      </Answered>
    </div>
  );
}

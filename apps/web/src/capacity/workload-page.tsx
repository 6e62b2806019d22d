import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { Answered } from '../shared/states/answered';
import { Empty } from '../shared/states/empty';
import { workloadQuery } from './planner-queries';
import { VisitPlanForm } from './visit-plan-form';
import { WorkloadTables } from './workload-tables';

const route = getRouteApi('/shell/periods/$periodId/workload');

/** What waits to be visited and by whom, and what more hands would change. */
export function WorkloadPage(): ReactNode {
  const { periodId } = route.useParams();
  const { t } = useWords();
  const query = useQuery(workloadQuery(periodId));
  return (
    <div className="stack">
      <PageHeading
        title={t('capacity:load.title')}
        trail={
          <Link to="/periods/$periodId/desks" params={{ periodId }} className="text-link">
            {t('desks.title')}
          </Link>
        }
      />
      <Answered query={query}>
        {(workload) =>
          workload.places.length === 0 ? (
            <Empty>{t('capacity:load.none')}</Empty>
          ) : (
            <>
              <WorkloadTables periodId={periodId} workload={workload} />
              <VisitPlanForm periodId={periodId} workload={workload} />
            </>
          )
        }
      </Answered>
    </div>
  );
}

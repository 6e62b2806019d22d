import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import { PageHeading } from '../../shared/look/page-heading';
import { Answered } from '../../shared/states/answered';
import { quotaChangeQuery } from './quota-change-queries';
import { QuotaChangeFacts } from './quota-change-facts';

const route = getRouteApi('/shell/quota-changes/$changeId');

/** One change of quotas, whatever became of it. */
export function QuotaChangePage(): ReactNode {
  const { changeId } = route.useParams();
  const { t } = useWords();
  const query = useQuery(quotaChangeQuery(changeId));
  return (
    <div className="stack">
      <Answered query={query}>
        {(change) => (
          <>
            <PageHeading
              title={t(`money:quotaChange.kind.${change.kind}`)}
              trail={
                <Link to="/periods/$periodId/quotas" params={{ periodId: change.periodId }} className="text-link">
                  {t('money:quotaChange.title')}
                </Link>
              }
            />
            <QuotaChangeFacts change={change} />
          </>
        )}
      </Answered>
    </div>
  );
}

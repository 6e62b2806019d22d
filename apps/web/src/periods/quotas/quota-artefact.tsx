import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { PeriodBudget } from '../../money/budget/period-budget';
import { Answered } from '../../shared/states/answered';
import type { ArtefactProps } from '../../tasks/artefact/artefact-props';
import { quotaChangeQuery } from './quota-change-queries';
import { QuotaChangeFacts } from './quota-change-facts';

/** The change of quotas that PPK and KPA sign. */
export function QuotaArtefact({ task }: ArtefactProps): ReactNode {
  const query = useQuery(quotaChangeQuery(task.subjectId));
  return (
    <Answered query={query}>
      {(change) => (
        <>
          {change.state === 'proposed' && <PeriodBudget periodId={task.periodId} changeRupiah={change.netRupiah} />}
          <QuotaChangeFacts change={change} />
        </>
      )}
    </Answered>
  );
}

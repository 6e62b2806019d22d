import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { PeriodBudget } from '../money/budget/period-budget';
import { Answered } from '../shared/states/answered';
import type { ArtefactProps } from '../tasks/artefact/artefact-props';
import { AllocationsTable } from './allocations-table';
import { periodQuery } from './period-queries';
import { QuotaEditor } from './quota-editor';

/** The quotas that are prepared, verified or approved. */
export function AllocationsArtefact({ task, isEditable, onUnsaved }: ArtefactProps): ReactNode {
  const query = useQuery(periodQuery(task.periodId));
  return (
    <Answered query={query}>
      {(detail) => (
        <>
          <PeriodBudget periodId={task.periodId} />
          <AllocationsTable detail={detail} />
          {task.kind === 'allocation.prepare' && isEditable && (
            <QuotaEditor detail={detail} task={task} onUnsaved={onUnsaved} />
          )}
        </>
      )}
    </Answered>
  );
}

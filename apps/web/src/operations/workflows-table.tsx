import type { ReactNode } from 'react';
import type { Workflows } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { StatusTag, type Tone } from '../shared/look/status-tag';
import { DataTable } from '../shared/table/data-table';

type Workflow = Workflows['workflows'][number];

const worstAttempt = ({ pendingActivities }: Workflow): number =>
  Math.max(0, ...pendingActivities.map(({ attempt }) => attempt));

function toneOf(workflow: Workflow): Tone {
  if (worstAttempt(workflow) > 1) return 'late';
  if (workflow.status === 'RUNNING') return 'running';
  return workflow.status === 'COMPLETED' ? 'done' : 'refused';
}

/** Stuck ones first, with the activity that fails and its last words. */
export function WorkflowsTable({ workflows }: Pick<Workflows, 'workflows'>): ReactNode {
  const { t, format, codeWord } = useWords();
  const sorted = workflows.toSorted((one, other) => worstAttempt(other) - worstAttempt(one));
  return (
    <DataTable
      caption={t('operations:title')}
      rows={sorted}
      keyOf={({ workflowId, startedAt }) => workflowId + startedAt}
      columns={[
        {
          name: t('operations:workflow'),
          isHeader: true,
          cell: ({ workflowId, uiUrl }) =>
            uiUrl === null ? (
              workflowId
            ) : (
              <a className="text-link" href={uiUrl} target="_blank" rel="noreferrer">
                {workflowId}
              </a>
            ),
        },
        {
          name: t('operations:status'),
          cell: (workflow) => (
            <StatusTag tone={toneOf(workflow)}>
              {worstAttempt(workflow) > 1 ? t('operations:isStuck') : codeWord('operations:is', workflow.status)}
            </StatusTag>
          ),
        },
        {
          name: t('operations:pending'),
          cell: ({ pendingActivities }) =>
            pendingActivities.length === 0
              ? '–'
              : pendingActivities.map(({ name, attempt, lastFailure }) => (
                  <span key={name} className="line">
                    {t('operations:attempt', { name, attempt: format.count(attempt) })}
                    {lastFailure !== null && <span className="small-print">: {lastFailure}</span>}
                  </span>
                )),
        },
        { name: t('operations:started'), cell: ({ startedAt }) => format.dateTime(startedAt) },
        { name: t('operations:events'), isNumber: true, cell: ({ historyLength }) => format.count(historyLength) },
      ]}
    />
  );
}

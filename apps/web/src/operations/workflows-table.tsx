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
      caption={t('oversight:ops.title')}
      rows={sorted}
      keyOf={({ workflowId, startedAt }) => workflowId + startedAt}
      columns={[
        {
          name: t('oversight:ops.workflow'),
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
          name: t('oversight:ops.status'),
          cell: (workflow) => (
            <StatusTag tone={toneOf(workflow)}>
              {worstAttempt(workflow) > 1 ? t('oversight:ops.isStuck') : codeWord('oversight:ops.is', workflow.status)}
            </StatusTag>
          ),
        },
        {
          name: t('oversight:ops.pending'),
          cell: ({ pendingActivities }) =>
            pendingActivities.length === 0
              ? '–'
              : pendingActivities.map(({ name, attempt, lastFailure }) => (
                  <span key={name} className="line">
                    {t('oversight:ops.attempt', { name, attempt: format.count(attempt) })}
                    {lastFailure !== null && <span className="small-print">: {lastFailure}</span>}
                  </span>
                )),
        },
        { name: t('oversight:ops.started'), cell: ({ startedAt }) => format.dateTime(startedAt) },
        { name: t('oversight:ops.events'), isNumber: true, cell: ({ historyLength }) => format.count(historyLength) },
      ]}
    />
  );
}

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { OfficerDetail } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { useWords } from '../../shared/language/use-words';
import { ProblemNotice } from '../../shared/states/problem-notice';
import { DataTable } from '../../shared/table/data-table';
import { cancelLeave } from '../organisation-queries';

type Leave = OfficerDetail['leaves'][number];

interface Props {
  readonly leaves: readonly Leave[];
  readonly mayKeep: boolean;
}

/** When an officer is away, and where the length of it calls for a Plh. */
export function LeaveList({ leaves, mayKeep }: Props): ReactNode {
  const { t, format } = useWords();
  const cancel = useCommand(cancelLeave);
  return (
    <div className="stack">
      {cancel.error !== null && <ProblemNotice error={cancel.error} />}
      <DataTable
        caption={t('organisation:leave.title')}
        rows={leaves}
        keyOf={({ id }) => id}
        columns={[
          {
            name: t('organisation:officer.days'),
            isHeader: true,
            cell: ({ firstDay, lastDay }) => `${format.date(firstDay)} – ${format.date(lastDay)}`,
          },
          {
            name: t('organisation:leave.kind'),
            cell: ({ kind }) => (kind === null ? '–' : t(`organisation:leave.of.${kind}`)),
          },
          { name: t('organisation:leave.hint'), cell: (leave) => <Proposal leave={leave} /> },
          ...(mayKeep
            ? [
                {
                  name: t('organisation:officer.do'),
                  cell: ({ id }: Leave) => (
                    <Button
                      variant="default"
                      h={44}
                      aria-disabled={cancel.isPending}
                      onClick={() => {
                        cancel.mutate(id);
                      }}
                    >
                      {t('organisation:leave.cancel')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}

function Proposal({ leave }: { readonly leave: Leave }): ReactNode {
  const { t, codeWord } = useWords();
  if (leave.proposesPlh.length === 0) return '–';
  return leave.proposesPlh
    .map(({ role, office }) => t('organisation:leave.propose', { role: codeWord('common:role', role), office }))
    .join(' ');
}

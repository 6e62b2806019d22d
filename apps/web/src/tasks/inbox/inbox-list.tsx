import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Task } from '../../api/schemas';
import type { TaskView } from '../../app/search';
import { type Translate, useWords } from '../../shared/language/use-words';
import { type Column, DataTable } from '../../shared/table/data-table';
import { behalfOf, holderOf } from '../task-holder';
import { isMoney, kindTitle, placeOf } from '../task-title';
import { TaskDue } from '../deadlines/task-due';
import type { Selection } from './use-selection';

interface Props {
  readonly tasks: readonly Task[];
  readonly view: TaskView;
  readonly activeId: string | undefined;
  /** Undefined where there is nothing to do with several at once. */
  readonly selection: Selection | undefined;
}

/** One row a task: when, what, where, who, and what is at stake. */
export function InboxList({ tasks, view, activeId, selection }: Props): ReactNode {
  const { t, format } = useWords();
  return (
    <div className="inbox-list">
      <DataTable
        caption={t(`inbox.view.${view}`)}
        rows={tasks}
        keyOf={({ id }) => id}
        activeKey={activeId}
        columns={[
          ...(selection === undefined ? [] : [selectColumn(t, selection)]),
          {
            name: t('inbox.column.task'),
            isHeader: true,
            cell: (task) => (
              <Link to="/tasks/$taskId" params={{ taskId: task.id }} className="task-link">
                {kindTitle(t, task.kind)}
              </Link>
            ),
          },
          { name: t('inbox.column.place'), cell: (task) => placeOf(t, task) },
          { name: t('inbox.column.due'), cell: (task) => <TaskDue task={task} /> },
          {
            name: t('inbox.column.owner'),
            cell: (task) => [holderOf(t, task), behalfOf(t, task)].filter(Boolean).join(', '),
          },
          {
            name: t('inbox.column.families'),
            isNumber: true,
            cell: ({ families }) =>
              families === 0 ? (
                '–'
              ) : (
                <>
                  {format.count(families)} <span className="phone-only">{t('inbox.column.families')}</span>
                </>
              ),
          },
          {
            name: t('inbox.column.rupiah'),
            isNumber: true,
            cell: (task) => (isMoney(task) ? format.rupiah(task.amountRupiah) : '–'),
          },
        ]}
      />
    </div>
  );
}

const selectColumn = (t: Translate, selection: Selection): Column<Task> => ({
  name: t('inbox.bulk.select'),
  cell: (task) => (
    <Checkbox
      className="task-select"
      aria-label={t('inbox.bulk.selectTask', { task: `${kindTitle(t, task.kind)}, ${placeOf(t, task)}` })}
      checked={selection.ids.has(task.id)}
      onChange={() => {
        selection.toggle(task.id);
      }}
    />
  ),
});

import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { HandoverItem } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { type Column, DataTable } from '../shared/table/data-table';
import { kindTitle } from '../tasks/task-title';

interface Props {
  readonly items: readonly HandoverItem[];
  /** Undefined where the reader has nothing to answer. */
  readonly chosen: readonly string[] | undefined;
  readonly onChoose: (itemIds: readonly string[]) => void;
}

/** What the pack holds; every item that did not move says why. */
export function HandoverItems({ items, chosen, onChoose }: Props): ReactNode {
  const { t, format } = useWords();
  const nameOf = ({ taskKind, kind }: HandoverItem): string =>
    taskKind === null ? t(`delegation:handovers.kind.${kind}`) : kindTitle(t, taskKind);
  const choice = (picked: readonly string[]): Column<HandoverItem> => ({
    name: t('delegation:handovers.choose'),
    cell: (item) =>
      item.state === 'offered' ? (
        <Checkbox
          className="task-select"
          aria-label={t('delegation:handovers.chooseItem', { item: `${nameOf(item)}, ${item.territoryName ?? '–'}` })}
          checked={picked.includes(item.id)}
          onChange={({ currentTarget: { checked } }) => {
            onChoose(checked ? [...picked, item.id] : picked.filter((id) => id !== item.id));
          }}
        />
      ) : (
        '–'
      ),
  });
  return (
    <DataTable
      caption={t('delegation:handovers.contains')}
      rows={items}
      keyOf={({ id }) => id}
      columns={[
        ...(chosen === undefined ? [] : [choice(chosen)]),
        {
          name: t('delegation:handovers.item'),
          isHeader: true,
          cell: (item) =>
            item.taskId === null ? (
              nameOf(item)
            ) : (
              <Link to="/tasks/$taskId" params={{ taskId: item.taskId }} className="text-link">
                {nameOf(item)}
              </Link>
            ),
        },
        { name: t('delegation:handovers.place'), cell: ({ territoryName }) => territoryName ?? '–' },
        { name: t('delegation:handovers.kindName'), cell: ({ kind }) => t(`delegation:handovers.kind.${kind}`) },
        { name: t('delegation:handovers.due'), cell: ({ dueOn }) => (dueOn === null ? '–' : format.date(dueOn)) },
        {
          name: t('delegation:handovers.result'),
          cell: ({ state, refusals }) => (
            <>
              {t(`delegation:handovers.is.${state}`)}
              {refusals.map(({ code, message }) => (
                <p key={code} className="small-print">
                  {message}
                </p>
              ))}
            </>
          ),
        },
      ]}
    />
  );
}

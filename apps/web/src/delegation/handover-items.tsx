import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { HandoverItem } from '../api/schemas';
import { useDelegationWords } from '../shared/language/use-delegation-words';
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
  const say = useDelegationWords();
  const nameOf = ({ taskKind, kind }: HandoverItem): string =>
    taskKind === null ? say(`handovers.kind.${kind}`) : kindTitle(t, taskKind);
  const choice = (picked: readonly string[]): Column<HandoverItem> => ({
    name: say('handovers.choose'),
    cell: (item) =>
      item.state === 'offered' ? (
        <Checkbox
          className="task-select"
          aria-label={say('handovers.chooseItem', { item: `${nameOf(item)}, ${item.territoryName ?? '–'}` })}
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
      caption={say('handovers.contains')}
      rows={items}
      keyOf={({ id }) => id}
      columns={[
        ...(chosen === undefined ? [] : [choice(chosen)]),
        {
          name: say('handovers.item'),
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
        { name: say('handovers.place'), cell: ({ territoryName }) => territoryName ?? '–' },
        { name: say('handovers.kindName'), cell: ({ kind }) => say(`handovers.kind.${kind}`) },
        { name: say('handovers.due'), cell: ({ dueOn }) => (dueOn === null ? '–' : format.date(dueOn)) },
        {
          name: say('handovers.result'),
          cell: ({ state, refusals }) => (
            <>
              {say(`handovers.is.${state}`)}
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

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { SimulationLine } from '../../api/schemas';
import { type Translate, useWords } from '../../shared/language/use-words';
import { StatusTag, type Tone } from '../../shared/look/status-tag';
import { saveCsv } from '../../shared/table/csv';
import { type Column, DataTable } from '../../shared/table/data-table';
import { kindTitle } from '../task-title';

const TONE: Readonly<Record<SimulationLine['act'], Tone>> = { remind: 'soon', notify: 'late', 'add-owner': 'late' };

/** "Adds: Head of Dinsos": what happens, and to which office. */
const whatOf = (t: Translate, { act, to, toRole }: SimulationLine): string =>
  t(`tasks:escalations.act.${act}`, {
    whom:
      to === 'owner' ? t('tasks:escalations.owner', { role: t(`common:role.${toRole}`) }) : t(`common:role.${toRole}`),
  });

const keyOf = ({ at, step, act, kind, to, toRole }: SimulationLine): string =>
  [at, step, act, kind, to, toRole].join(' ');

/** One row for each moment, office and kind of task, in the order in which it would happen. */
export function SimulationTable({ lines }: { readonly lines: readonly SimulationLine[] }): ReactNode {
  const { t, format } = useWords();
  const columns: Column<SimulationLine>[] = [
    { name: t('tasks:escalations.at'), isHeader: true, cell: ({ at }) => format.dateTime(at) },
    {
      name: t('tasks:escalations.what'),
      cell: (line) => (
        <span className="double">
          <StatusTag tone={TONE[line.act]}>{whatOf(t, line)}</StatusTag>
          <span className="small-print">{t(`tasks:step.${line.step}`)}</span>
        </span>
      ),
    },
    { name: t('tasks:escalations.kind'), cell: ({ kind }) => kindTitle(t, kind) },
    { name: t('tasks:escalations.tasks'), isNumber: true, cell: ({ tasks }) => format.count(tasks) },
    { name: t('task.families'), isNumber: true, cell: ({ families }) => format.count(families) },
    { name: t('task.rupiah'), isNumber: true, cell: ({ amountRupiah }) => format.rupiah(amountRupiah) },
  ];
  const save = (): void => {
    const header = ['at', 'step', 'act', 'to', 'role', 'kind', 'tasks', 'families', 'rupiah'];
    const rows = lines.map((line) => [
      ...[line.at, line.step, line.act, line.to, line.toRole, line.kind],
      ...[line.tasks, line.families, line.amountRupiah],
    ]);
    saveCsv('eskalasi', [header, ...rows]);
  };
  return (
    <>
      <DataTable caption={t('tasks:escalations.title')} rows={lines} keyOf={keyOf} columns={columns} />
      <div className="row">
        <Button variant="default" h={44} onClick={save}>
          {t('tasks:escalations.download')}
        </Button>
      </div>
    </>
  );
}

import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Dashboard } from '../api/schemas';
import { Difference } from '../money/statement/difference';
import { MoneyBar } from '../money/statement/money-bar';
import type { MoneyPart } from '../money/statement/money-parts';
import { PartsTable } from '../money/statement/parts-table';
import { useWords } from '../shared/language/use-words';
import { Empty } from '../shared/states/empty';
import { DataTable } from '../shared/table/data-table';
import { BreaksOf, CasesOf, FamiliesOf, StatementLink } from './dashboard-links';

interface Props {
  readonly dashboard: Dashboard;
  readonly periodId: string;
}

/** Whether every rupiah of the territory has a place: the bar, its table, and the equation with what remains. */
export function AddsUp({ dashboard, periodId }: Props): ReactNode {
  const { t, format } = useWords();
  const { figures, territoryCode } = dashboard;
  const { allocated, remainder } = figures;
  const count = (part: MoneyPart | 'allocated'): string => format.count(figures[part].families);
  const equation = t('reporting:dashboard.addsUp.equation', {
    ...{ allocated: count('allocated'), transacted: count('transacted'), notTransacted: count('notTransacted') },
    ...{ pending: count('pending'), failed: count('failed'), unreconciled: count('unreconciled') },
    unallocated: count('unallocated'),
  });
  return (
    <section className="panel stack" aria-labelledby="adds-up">
      <div className="page-heading-line">
        <Title order={2} size="h3" id="adds-up">
          {t('reporting:dashboard.addsUp.title')}
        </Title>
        <StatementLink periodId={periodId} territoryCode={territoryCode} />
      </div>
      {allocated.families === 0 && remainder.families === 0 ? (
        <Empty>{t('reporting:dashboard.addsUp.none')}</Empty>
      ) : (
        <>
          <MoneyBar statement={figures} />
          <PartsTable statement={figures} periodId={periodId} territoryCode={territoryCode} />
          <Difference name={equation} amount={remainder.amountRupiah} families={remainder.families} />
          <Way dashboard={dashboard} periodId={periodId} />
        </>
      )}
    </section>
  );
}

const STEPS = [
  { step: 'ordered', states: 'ordered,unreconciled,failed,credited,transacted,not_transacted,held,returned' },
  { step: 'credited', states: 'credited,transacted,not_transacted,held,returned' },
  { step: 'returned', states: 'returned' },
] as const;

/** How far the money has come, and what is open on the way. */
function Way({ dashboard, periodId }: Props): ReactNode {
  const { t, format } = useWords();
  const { figures, territoryCode } = dashboard;
  const steps = STEPS.map(({ step, states }) => ({
    name: step === 'ordered' ? t('reporting:dashboard.addsUp.ordered') : t(`money.part.${step}`),
    families: (<FamiliesOf of={{ periodId, territoryCode, states }} families={figures[step].families} />) as ReactNode,
    rupiah: format.rupiah(figures[step].amountRupiah),
  }));
  return (
    <DataTable
      caption={t('reporting:dashboard.addsUp.way')}
      rows={[
        ...steps,
        {
          name: t('reporting:dashboard.addsUp.cases'),
          families: <CasesOf of={{ periodId, territoryCode }} cases={dashboard.openCases} />,
          rupiah: '',
        },
        {
          name: t('reporting:dashboard.addsUp.breaks'),
          families: <BreaksOf of={{ periodId, territoryCode }} breaks={dashboard.openBreaks} />,
          rupiah: '',
        },
      ]}
      keyOf={({ name }) => name}
      columns={[
        { name: t('reporting:dashboard.addsUp.step'), isHeader: true, cell: ({ name }) => name },
        { name: t('reporting:dashboard.families'), isNumber: true, cell: ({ families }) => families },
        { name: t('task.rupiah'), isNumber: true, cell: ({ rupiah }) => rupiah },
      ]}
    />
  );
}

import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Dashboard } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { Empty } from '../shared/states/empty';
import { DataTable } from '../shared/table/data-table';
import { CasesOf } from './dashboard-links';
import { ShareBar } from './dot-line';

interface Props {
  readonly dashboard: Dashboard;
  readonly periodId: string;
}

/** Why families have not transacted: open follow-ups by what was found, the most frequent first, as bars in their table. */
export function ReasonBars({ dashboard, periodId }: Props): ReactNode {
  const { reasons, territoryCode } = dashboard;
  const { t, format, codeWord } = useWords();
  const all = reasons.reduce((sum, { families }) => sum + families, 0);
  const most = reasons[0]?.families ?? 1;
  return (
    <section className="stack" aria-labelledby="why">
      <Title order={2} size="h3" id="why">
        {t('reporting:dashboard.why.title')}
      </Title>
      {reasons.length === 0 ? (
        <Empty>{t('reporting:dashboard.why.none')}</Empty>
      ) : (
        <>
          <p className="small-print">{t('reporting:dashboard.why.about')}</p>
          <DataTable
            caption={t('reporting:dashboard.why.title')}
            rows={reasons}
            keyOf={({ reason }) => reason}
            columns={[
              {
                name: t('reporting:dashboard.why.reason'),
                isHeader: true,
                cell: ({ reason }) => codeWord('finding', reason),
              },
              {
                name: t('reporting:dashboard.why.share'),
                cell: ({ families }) => (
                  <>
                    <ShareBar share={families / most} /> {format.percent(families, all)}
                  </>
                ),
              },
              {
                name: t('reporting:dashboard.families'),
                isNumber: true,
                cell: ({ reason, families }) => <CasesOf of={{ periodId, territoryCode, reason }} cases={families} />,
              },
              {
                name: t('task.rupiah'),
                isNumber: true,
                cell: ({ amountRupiah }) => format.rupiah(amountRupiah),
              },
            ]}
          />
        </>
      )}
    </section>
  );
}

import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Dashboard, DashboardPart } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { Empty } from '../shared/states/empty';
import { DataTable } from '../shared/table/data-table';
import { transactedShare } from './dashboard-order';
import { DotLine } from './dot-line';

type Figures = DashboardPart['figures'];

interface Change {
  readonly code: string;
  readonly name: string;
  readonly now: Figures;
  readonly then: Figures;
}

/** What the territory and its parts have come to against the period before; each dumbbell stands beside its figures. */
export function ChangeTable({ dashboard }: { readonly dashboard: Dashboard }): ReactNode {
  const { t, format } = useWords();
  const { before } = dashboard;
  return (
    <section className="stack" aria-labelledby="change">
      <Title order={2} size="h3" id="change">
        {t('reporting:dashboard.change.title')}
      </Title>
      {before === null ? (
        <Empty>{t('reporting:dashboard.change.none')}</Empty>
      ) : (
        <>
          <p className="small-print">
            {t('reporting:dashboard.change.about', { before: format.months(before.months) })}
          </p>
          <Changes changes={changesOf(dashboard, before.figures)} />
        </>
      )}
    </section>
  );
}

function changesOf({ territoryCode, name, figures, parts }: Dashboard, before: Figures): Change[] {
  const ofParts = parts.flatMap((part) =>
    part.before === null ? [] : [{ code: part.territoryCode, name: part.name, now: part.figures, then: part.before }],
  );
  return [{ code: territoryCode, name, now: figures, then: before }, ...ofParts];
}

function Changes({ changes }: { readonly changes: readonly Change[] }): ReactNode {
  const { t, format } = useWords();
  const share = ({ transacted, allocated }: Figures): string => format.percent(transacted.families, allocated.families);
  return (
    <DataTable
      caption={t('reporting:dashboard.change.title')}
      rows={changes}
      keyOf={({ code }) => code}
      columns={[
        { name: t('reporting:dashboard.worst.place'), isHeader: true, cell: ({ name }) => name },
        { name: t('reporting:dashboard.change.before'), isNumber: true, cell: ({ then }) => share(then) },
        { name: t('reporting:dashboard.change.now'), isNumber: true, cell: ({ now }) => share(now) },
        {
          name: t('reporting:dashboard.change.by'),
          cell: ({ now, then }) => {
            const [at, before] = [transactedShare(now), transactedShare(then)];
            const points = Math.round((at - before) * 1000) / 10;
            const sign = points > 0 ? '+' : points < 0 ? '−' : '';
            return (
              <>
                <DotLine at={at} before={before} />{' '}
                {t('reporting:dashboard.change.points', { points: `${sign}${format.decimal(Math.abs(points))}` })}
              </>
            );
          },
        },
      ]}
    />
  );
}

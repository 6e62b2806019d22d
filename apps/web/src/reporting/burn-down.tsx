import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Dashboard } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { Empty } from '../shared/states/empty';
import { DataTable } from '../shared/table/data-table';
import { jakartaDay } from '../shared/words/jakarta-day';
import { BurnLine } from './burn-line';
import { ForecastTable, ForecastWords } from './forecast-words';

const DAY_MS = 86_400_000;
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** Whether the money will be used in time: what lies unused by day, the deadline, and the pace that it takes. */
export function BurnDown({ dashboard }: { readonly dashboard: Dashboard }): ReactNode {
  const { t, format } = useWords();
  const { unused, deadlines, forecast } = dashboard;
  const today = jakartaDay(Date.parse(dashboard.at));
  return (
    <section className="stack" aria-labelledby="time">
      <Title order={2} size="h3" id="time">
        {t('reporting:dashboard.time.title')}
      </Title>
      {unused.length === 0 ? (
        <Empty>{t('reporting:dashboard.time.none')}</Empty>
      ) : (
        <>
          <p>
            <Pace dashboard={dashboard} today={today} />
          </p>
          <ForecastWords dashboard={dashboard} />
          <p className="small-print">
            {deadlines === null
              ? t('reporting:dashboard.time.open')
              : t('reporting:dashboard.time.about', { deadline: format.date(deadlines.last) })}{' '}
            {deadlines !== null &&
              deadlines.first !== deadlines.last &&
              t('reporting:dashboard.time.first', { first: format.date(deadlines.first) })}
          </p>
          <BurnLine unused={unused} today={today} deadline={deadlines?.last} band={forecast?.band ?? []} />
          <details>
            <summary>{t('reporting:dashboard.time.table')}</summary>
            <DataTable
              caption={t('reporting:dashboard.time.title')}
              rows={unused}
              keyOf={({ on }) => on}
              columns={[
                { name: t('reporting:dashboard.time.day'), isHeader: true, cell: ({ on }) => format.date(on) },
                {
                  name: t('reporting:dashboard.time.unused'),
                  isNumber: true,
                  cell: ({ families }) => format.count(families),
                },
                {
                  name: t('reporting:dashboard.time.ended'),
                  isNumber: true,
                  cell: ({ ended }) => format.count(ended),
                },
                {
                  name: t('task.rupiah'),
                  isNumber: true,
                  cell: ({ amountRupiah }) => format.rupiah(amountRupiah),
                },
              ]}
            />
          </details>
          {forecast !== null && <ForecastTable band={forecast.band} />}
        </>
      )}
    </section>
  );
}

function Pace({ dashboard, today }: { readonly dashboard: Dashboard; readonly today: string }): ReactNode {
  const { t, format } = useWords();
  const left = dashboard.unused.at(-1)?.families ?? 0;
  const families = format.count(left);
  if (left === 0) return t('reporting:dashboard.time.done');
  if (dashboard.deadlines === null) return null;
  const days = daysBetween(today, dashboard.deadlines.last);
  if (days < 0) return t('reporting:dashboard.time.over', { families });
  const perDay = format.count(Math.ceil(left / Math.max(days, 1)));
  return t('reporting:dashboard.time.pace', { families, days: format.count(days), perDay });
}

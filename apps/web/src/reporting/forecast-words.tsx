import type { ReactNode } from 'react';
import type { Dashboard } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { DataTable } from '../shared/table/data-table';

export type BurnForecast = NonNullable<Dashboard['forecast']>;

const A_WEEK = 7;

/** In words when the money will have been used at the pace of the last days, and what will be left on the last day. */
export function ForecastWords({ dashboard }: { readonly dashboard: Dashboard }): ReactNode {
  const { t, format } = useWords();
  const { forecast, noForecast, deadlines } = dashboard;
  if (noForecast !== null) return <p className="small-print">{t(`reporting:dashboard.forecast.${noForecast}`)}</p>;
  if (forecast === null || deadlines === null) return null;
  const { earliest, latest, isInTime, band } = forecast;
  const pace = { days: format.count(forecast.days), perDay: format.decimal(forecast.perDay) };
  const last = band.at(-1);
  const left = { least: format.count(last?.least ?? 0), most: format.count(last?.most ?? 0) };
  const span = (first: string | null, end: string | null): string => {
    if (first === null) return t('reporting:dashboard.forecast.beyond');
    if (end === null) return t('reporting:dashboard.forecast.open', { earliest: format.date(first) });
    if (first === end) return t('reporting:dashboard.forecast.on', { day: format.date(first) });
    return t('reporting:dashboard.forecast.between', { earliest: format.date(first), latest: format.date(end) });
  };
  return (
    <p>
      {t('reporting:dashboard.forecast.pace', pace)} {span(earliest, latest)}{' '}
      {t(`reporting:dashboard.forecast.${isInTime}`, { deadline: format.date(deadlines.last), ...left })}
    </p>
  );
}

/** The band in figures, week by week to the last day. */
export function ForecastTable({ band }: Pick<BurnForecast, 'band'>): ReactNode {
  const { t, format } = useWords();
  const numbers = (['least', 'middle', 'most'] as const).map((key) => ({
    name: t(`reporting:dashboard.forecast.table.${key}`),
    isNumber: true,
    cell: (point: BurnForecast['band'][number]) => format.count(point[key]),
  }));
  return (
    <details>
      <summary>{t('reporting:dashboard.forecast.table.open')}</summary>
      <p className="small-print">{t('reporting:dashboard.forecast.method')}</p>
      <DataTable
        caption={t('reporting:dashboard.forecast.table.title')}
        rows={band.filter((_, at) => at % A_WEEK === 0 || at === band.length - 1)}
        keyOf={({ on }) => on}
        columns={[
          { name: t('reporting:dashboard.time.day'), isHeader: true, cell: ({ on }) => format.date(on) },
          ...numbers,
        ]}
      />
    </details>
  );
}

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { QuotaChange } from '../../api/schemas';
import { may, useMe } from '../../auth/session';
import { useWords } from '../../shared/language/use-words';
import { PageHeading } from '../../shared/look/page-heading';
import { StatusTag } from '../../shared/look/status-tag';
import { Answered } from '../../shared/states/answered';
import { Empty } from '../../shared/states/empty';
import { saveCsv } from '../../shared/table/csv';
import { DataTable } from '../../shared/table/data-table';
import { periodQuery } from '../period-queries';
import { quotaChangesQuery } from './quota-change-queries';
import { TONES } from './quota-change-facts';

const route = getRouteApi('/shell/periods/$periodId/quotas');

/** The papers that changed the quotas of a period, or are to. */
export function QuotaChangesPage(): ReactNode {
  const { periodId } = route.useParams();
  const { t, format } = useWords();
  const me = useMe();
  const query = useQuery(quotaChangesQuery(periodId));
  const { data: detail } = useQuery(periodQuery(periodId));
  const isRunning = detail?.period.state === 'open';
  return (
    <div className="stack">
      <PageHeading
        title={t('money:quotaChange.title')}
        trail={
          <Link to="/periods/$periodId" params={{ periodId }} className="text-link">
            {detail === undefined
              ? t('periods.title')
              : t('periods.name', { months: format.months(detail.period.months) })}
          </Link>
        }
        aside={
          isRunning &&
          may(me, 'period:create') && (
            <Link to="/periods/$periodId/quotas/new" params={{ periodId }} className="text-link">
              {t('money:quotaChange.propose')}
            </Link>
          )
        }
      />
      <Answered query={query}>
        {({ changes }) =>
          changes.length === 0 ? (
            <Empty>{t('money:quotaChange.none')}</Empty>
          ) : (
            <>
              <ChangesTable changes={changes} />
              <SaveChanges changes={changes} />
            </>
          )
        }
      </Answered>
    </div>
  );
}

function ChangesTable({ changes }: { readonly changes: readonly QuotaChange[] }): ReactNode {
  const { t, format } = useWords();
  return (
    <DataTable
      caption={t('money:quotaChange.title')}
      rows={changes}
      keyOf={({ id }) => id}
      columns={[
        {
          name: t('money:quotaChange.one'),
          isHeader: true,
          cell: ({ id, kind }) => (
            <Link to="/quota-changes/$changeId" params={{ changeId: id }} className="text-link">
              {t(`money:quotaChange.kind.${kind}`)}
            </Link>
          ),
        },
        {
          name: t('money:quotaChange.state'),
          cell: ({ state }) => <StatusTag tone={TONES[state]}>{t(`money:quotaChange.is.${state}`)}</StatusTag>,
        },
        {
          name: t('money:quotaChange.cities'),
          cell: ({ lines }) =>
            lines.length > 3 ? format.count(lines.length) : lines.map(({ cityName }) => cityName).join(', '),
        },
        { name: t('money:quotaChange.net'), isNumber: true, cell: (row) => format.signed(row.netFamilies) },
        { name: t('money:quotaChange.ground'), cell: ({ ground }) => ground },
        { name: t('money:quotaChange.proposedAt'), cell: ({ proposedAt }) => format.dateTime(proposedAt) },
      ]}
    />
  );
}

/** Every line of every change, for a spreadsheet. */
function SaveChanges({ changes }: { readonly changes: readonly QuotaChange[] }): ReactNode {
  const { t } = useWords();
  const names = (['one', 'state', 'city', 'before', 'change', 'after', 'ground', 'paper', 'proposedAt'] as const).map(
    (key) => t(`money:quotaChange.${key}`),
  );
  const rows = changes.flatMap(({ kind, state, lines, ground, paper, proposedAt }) =>
    lines.map((line) => [
      ...[t(`money:quotaChange.kind.${kind}`), t(`money:quotaChange.is.${state}`), line.cityName],
      ...[line.beforeFamilies ?? '', line.deltaFamilies, line.afterFamilies ?? ''],
      ...[ground, paper ?? '', proposedAt],
    ]),
  );
  return (
    <div>
      <Button
        variant="default"
        onClick={() => {
          saveCsv(t('money:quotaChange.title'), [names, ...rows]);
        }}
      >
        {t('table.csv')}
      </Button>
    </div>
  );
}

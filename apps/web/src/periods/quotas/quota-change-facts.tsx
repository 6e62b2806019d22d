import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { QuotaChange } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { Facts } from '../../shared/look/facts';
import { StatusTag } from '../../shared/look/status-tag';
import { Notice } from '../../shared/states/notice';
import { DataTable } from '../../shared/table/data-table';

export const TONES = { proposed: 'running', applied: 'done', refused: 'late', lapsed: 'soon' } as const;

/** What a change of quotas says, why, and what it does to each city and to the nation. */
export function QuotaChangeFacts({ change }: { readonly change: QuotaChange }): ReactNode {
  const { t, format } = useWords();
  return (
    <>
      {change.lapsedFor.length > 0 && (
        <Notice tone="soon">
          {t('money:quotaChange.why')}: {change.lapsedFor.map(({ message }) => message).join(' ')}
        </Notice>
      )}
      <Facts
        facts={[
          [
            t('money:quotaChange.state'),
            <StatusTag key="state" tone={TONES[change.state]}>
              {t(`money:quotaChange.is.${change.state}`)}
            </StatusTag>,
          ],
          [t('money:quotaChange.one'), t(`money:quotaChange.kind.${change.kind}`)],
          [t('money:quotaChange.net'), `${format.signed(change.netFamilies)} · ${format.rupiah(change.netRupiah)}`],
          [t('money:quotaChange.ground'), change.ground],
          [t('money:quotaChange.paper'), change.paper ?? '–'],
          [t('money:quotaChange.proposer'), change.proposer],
          [t('money:quotaChange.proposedAt'), format.dateTime(change.proposedAt)],
          [t('money:quotaChange.endedAt'), change.endedAt === null ? '–' : format.dateTime(change.endedAt)],
        ]}
      />
      <QuotaChangeLines change={change} />
    </>
  );
}

function QuotaChangeLines({ change }: { readonly change: QuotaChange }): ReactNode {
  const { t, format } = useWords();
  const quota = (families: number | null): string => (families === null ? '–' : format.count(families));
  return (
    <DataTable
      caption={t('money:quotaChange.one')}
      rows={change.lines}
      keyOf={({ cityCode }) => cityCode}
      columns={[
        {
          name: t('money:quotaChange.city'),
          isHeader: true,
          cell: ({ cityCode, cityName }) => (
            <Link
              to="/periods/$periodId/cities/$cityCode"
              params={{ periodId: change.periodId, cityCode }}
              className="text-link"
            >
              {cityName}
            </Link>
          ),
        },
        { name: t('money:quotaChange.before'), isNumber: true, cell: (row) => quota(row.beforeFamilies) },
        {
          name: t('money:quotaChange.change'),
          isNumber: true,
          cell: (row) => format.signed(row.deltaFamilies),
          total: format.signed(change.netFamilies),
        },
        { name: t('money:quotaChange.after'), isNumber: true, cell: (row) => quota(row.afterFamilies) },
        {
          name: t('periods.amount'),
          isNumber: true,
          cell: (row) => format.rupiah(BigInt(row.deltaFamilies) * BigInt(row.rupiahPerFamily)),
          total: format.rupiah(change.netRupiah),
        },
      ]}
      totalName={t('table.total')}
    />
  );
}

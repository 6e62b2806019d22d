import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { Empty } from '../shared/states/empty';
import { ProblemNotice } from '../shared/states/problem-notice';
import { WaitingRows } from '../shared/states/waiting-rows';
import { DataTable } from '../shared/table/data-table';
import { LoadMore } from '../shared/table/load-more';
import { waitingQuery } from './change-queries';
import { FamilyLink } from './family-link';

/** Changes of records that wait in one's territory, the nearest day first; the family's page is where they are decided. */
export function WaitingChangesPage(): ReactNode {
  const { t, format } = useWords();
  const query = useInfiniteQuery(waitingQuery);
  const changes = query.data?.pages.flatMap(({ rows }) => rows);
  return (
    <div className="stack">
      <PageHeading
        title={t('families:change.waiting')}
        trail={
          <Link to="/families" className="text-link">
            {t('room.families')}
          </Link>
        }
      />
      {query.error !== null && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {changes === undefined && query.error === null && <WaitingRows />}
      {changes?.length === 0 && <Empty>{t('families:change.nothingWaits')}</Empty>}
      {changes !== undefined && changes.length > 0 && (
        <>
          <DataTable
            caption={t('families:change.waiting')}
            rows={changes}
            keyOf={({ id }) => id}
            columns={[
              {
                name: t('families:search.family'),
                isHeader: true,
                cell: ({ familyCode }) => <FamilyLink code={familyCode}>{familyCode}</FamilyLink>,
              },
              { name: t('families:change.field'), cell: ({ field }) => t(`families:change.fieldIs.${field}`) },
              { name: t('families:place'), cell: ({ territoryName, territoryCode }) => territoryName ?? territoryCode },
              { name: t('families:change.proposer'), cell: ({ proposer }) => proposer },
              { name: t('families:change.dueOn'), cell: ({ dueOn }) => format.date(dueOn) },
              {
                name: t('families:change.yours'),
                cell: ({ mayDecide, mayWithdraw }) =>
                  mayDecide ? t('families:change.youDecide') : mayWithdraw ? t('families:change.yourOwn') : '–',
              },
            ]}
          />
          <LoadMore query={query} shown={changes.length} />
        </>
      )}
    </div>
  );
}

import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import { PageHeading } from '../../shared/look/page-heading';
import { AnsweredList } from '../../shared/states/answered-list';
import { Empty } from '../../shared/states/empty';
import { DataTable } from '../../shared/table/data-table';
import { waitingQuery } from './change-queries';
import { FamilyLink } from '../family-link';

/** Changes of records that wait in one's territory, the nearest day first; the family's page is where they are decided. */
export function WaitingChangesPage(): ReactNode {
  const { t, format } = useWords();
  const query = useInfiniteQuery(waitingQuery);
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
      <AnsweredList query={query} empty={<Empty>{t('families:change.nothingWaits')}</Empty>}>
        {(changes) => (
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
        )}
      </AnsweredList>
    </div>
  );
}

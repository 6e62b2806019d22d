import type { ReactNode } from 'react';
import type { FoundFamily } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { DataTable } from '../shared/table/data-table';
import { FamilyLink } from './family-link';

/** Families that were found, masked; the code leads to the family. */
export function FoundTable({ families }: { readonly families: readonly FoundFamily[] }): ReactNode {
  const { t, format } = useWords();
  return (
    <DataTable
      caption={t('families:search.found')}
      rows={families}
      keyOf={({ code }) => code}
      columns={[
        {
          name: t('families:search.family'),
          isHeader: true,
          cell: ({ code }) => <FamilyLink code={code}>{code}</FamilyLink>,
        },
        { name: 'NIK', cell: ({ nikMasked }) => nikMasked },
        {
          name: t('families:place'),
          cell: ({ kelurahanName, kelurahanCode, rtRw }) =>
            [kelurahanName ?? kelurahanCode, rtRw].filter(Boolean).join(', ') || '–',
        },
        { name: t('families:search.newest'), cell: ({ newestPeriod }) => newestPeriod },
        { name: t('families:search.lists'), isNumber: true, cell: ({ lists }) => format.count(lists) },
        { name: t('families:search.by'), cell: ({ foundBy }) => t(`families:search.foundBy.${foundBy}`) },
      ]}
    />
  );
}

import type { ReactNode } from 'react';
import type { Break } from '../../api/schemas';
import { FamilyLink } from '../../families/family-link';
import { useWords } from '../../shared/language/use-words';
import { StatusTag } from '../../shared/look/status-tag';
import { DataTable } from '../../shared/table/data-table';

export function BreaksTable({ rows }: { readonly rows: readonly Break[] }): ReactNode {
  const { t, format, codeWord } = useWords();
  const amount = (rupiah: string | null): string => (rupiah === null ? '–' : format.rupiah(rupiah));
  return (
    <DataTable
      caption={t('money:breaks.title')}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { name: t('money:breaks.number'), isHeader: true, cell: ({ id }) => `B-${id}` },
        { name: t('money:breaks.type'), cell: ({ type }) => codeWord('money:breaks.of', type) },
        {
          name: t('case.family'),
          cell: ({ kpmCode, familyCode, endToEndId }) => (
            <FamilyLink code={familyCode}>{kpmCode ?? endToEndId}</FamilyLink>
          ),
        },
        { name: t('money:breaks.owner'), cell: ({ owner }) => codeWord('money:breaks.owners', owner) },
        { name: t('task.due'), cell: ({ dueOn }) => format.date(dueOn) },
        {
          name: t('case.state'),
          cell: ({ state }) => (
            <StatusTag tone={state === 'open' ? 'soon' : 'done'}>{t(`money:breaks.is.${state}`)}</StatusTag>
          ),
        },
        {
          name: t('money:breaks.resolution'),
          cell: ({ state, resolution, isSettledByPeople }) =>
            state === 'settled' && !isSettledByPeople
              ? t('money:breaks.byFile')
              : resolution === null
                ? '–'
                : t(`money:breaks.as.${resolution}`),
        },
        { name: t('money:breaks.expected'), isNumber: true, cell: ({ expectedRupiah }) => amount(expectedRupiah) },
        { name: t('money:breaks.found'), isNumber: true, cell: ({ foundRupiah }) => amount(foundRupiah) },
      ]}
    />
  );
}

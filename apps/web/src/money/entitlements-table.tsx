import type { ReactNode } from 'react';
import type { Entitlement } from '../api/schemas';
import { FamilyLink } from '../families/family-link';
import { ENTITLEMENT_TONES } from './entitlement-tones';
import { useWords } from '../shared/language/use-words';
import { StatusTag } from '../shared/look/status-tag';
import { DataTable } from '../shared/table/data-table';

export function EntitlementsTable({ rows }: { readonly rows: readonly Entitlement[] }): ReactNode {
  const { t, format, codeWord } = useWords();
  const day = (date: string | null): string => (date === null ? '–' : format.date(date));
  return (
    <DataTable
      caption={t('money:entitlements.title')}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          name: t('case.family'),
          isHeader: true,
          cell: ({ kpmCode, familyCode }) => <FamilyLink code={familyCode}>{kpmCode}</FamilyLink>,
        },
        { name: t('roster.kelurahan'), cell: ({ kelurahanName, kelurahanCode }) => kelurahanName ?? kelurahanCode },
        {
          name: t('case.money'),
          cell: ({ state }) => <StatusTag tone={ENTITLEMENT_TONES[state]}>{t(`entitlement.${state}`)}</StatusTag>,
        },
        { name: t('money.reason'), cell: ({ reason }) => (reason === null ? '–' : codeWord('money:failure', reason)) },
        { name: t('money:entitlements.creditedOn'), cell: ({ creditedOn }) => day(creditedOn) },
        { name: t('money:entitlements.transactedOn'), cell: ({ transactedOn }) => day(transactedOn) },
        { name: t('task.rupiah'), isNumber: true, cell: ({ amountRupiah }) => format.rupiah(amountRupiah) },
      ]}
    />
  );
}

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Entitlement } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { StatusTag, type Tone } from '../shared/look/status-tag';
import { saveCsv } from '../shared/table/csv';
import { DataTable } from '../shared/table/data-table';

const TONES: Readonly<Record<Entitlement['state'], Tone>> = {
  decreed: 'neutral',
  ordered: 'waiting',
  unreconciled: 'late',
  failed: 'refused',
  reissued: 'neutral',
  credited: 'running',
  transacted: 'done',
  not_transacted: 'soon',
  held: 'waiting',
  returned: 'done',
};

export function EntitlementsTable({ rows }: { readonly rows: readonly Entitlement[] }): ReactNode {
  const { t, format, codeWord } = useWords();
  const day = (date: string | null): string => (date === null ? '–' : format.date(date));
  const save = (): void => {
    const header = ['kpm', 'kelurahan', 'status', 'alasan', 'rupiah', 'end_to_end_id', 'masuk_rekening', 'transaksi'];
    const lines = rows.map((row) => [
      row.kpmCode,
      row.kelurahanName ?? row.kelurahanCode,
      row.state,
      row.reason ?? '',
      row.amountRupiah,
      row.endToEndId,
      row.creditedOn ?? '',
      row.transactedOn ?? '',
    ]);
    saveCsv('hak-kpm', [header, ...lines]);
  };
  return (
    <>
      <div>
        <Button variant="default" onClick={save}>
          {t('table.csv')}
        </Button>
      </div>
      <DataTable
        caption={t('entitlements.title')}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          { name: t('case.family'), isHeader: true, cell: ({ kpmCode }) => kpmCode },
          { name: t('roster.kelurahan'), cell: ({ kelurahanName, kelurahanCode }) => kelurahanName ?? kelurahanCode },
          {
            name: t('case.money'),
            cell: ({ state }) => <StatusTag tone={TONES[state]}>{t(`entitlement.${state}`)}</StatusTag>,
          },
          { name: t('money.reason'), cell: ({ reason }) => (reason === null ? '–' : codeWord('failure', reason)) },
          { name: t('entitlements.creditedOn'), cell: ({ creditedOn }) => day(creditedOn) },
          { name: t('entitlements.transactedOn'), cell: ({ transactedOn }) => day(transactedOn) },
          { name: t('task.rupiah'), isNumber: true, cell: ({ amountRupiah }) => format.rupiah(amountRupiah) },
        ]}
      />
    </>
  );
}

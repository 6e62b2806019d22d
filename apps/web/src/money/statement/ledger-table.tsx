import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Conservation } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { DataTable } from '../../shared/table/data-table';

/** The same money counted from postings alone; the balances of all accounts add up to nothing. */
export function LedgerTable({ ledger }: Pick<Conservation, 'ledger'>): ReactNode {
  const { t, format, codeWord } = useWords();
  const sum = ledger.reduce((total, { amountRupiah }) => total + BigInt(amountRupiah), 0n);
  return (
    <section className="stack" aria-labelledby="ledger">
      <Title order={2} size="h3" id="ledger">
        {t('money.ledger')}
      </Title>
      <p className="small-print">{t('money.ledgerHint')}</p>
      <DataTable
        caption={t('money.ledger')}
        rows={ledger}
        keyOf={({ account }) => account}
        columns={[
          { name: t('money.account'), isHeader: true, cell: ({ account }) => codeWord('account', account) },
          { name: t('task.families'), isNumber: true, cell: ({ families }) => format.count(families) },
          {
            name: t('task.rupiah'),
            isNumber: true,
            cell: ({ amountRupiah }) => format.rupiah(amountRupiah),
            total: format.rupiah(sum),
          },
        ]}
        totalName={t('table.total')}
      />
    </section>
  );
}

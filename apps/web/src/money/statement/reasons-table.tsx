import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Conservation } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { DataTable } from '../../shared/table/data-table';

/** Why families did not transact, most frequent first. */
export function ReasonsTable({ reasons }: Pick<Conservation, 'reasons'>): ReactNode {
  const { t, format, codeWord } = useWords();
  return (
    <section className="stack" aria-labelledby="reasons">
      <Title order={2} size="h3" id="reasons">
        {t('money.reasons')}
      </Title>
      {reasons.length === 0 ? (
        <p className="small-print">{t('money.noReasons')}</p>
      ) : (
        <DataTable
          caption={t('money.reasons')}
          rows={reasons}
          keyOf={({ reason }) => reason}
          columns={[
            { name: t('money.reason'), isHeader: true, cell: ({ reason }) => codeWord('finding', reason) },
            { name: t('task.families'), isNumber: true, cell: ({ families }) => format.count(families) },
            { name: t('task.rupiah'), isNumber: true, cell: ({ amountRupiah }) => format.rupiah(amountRupiah) },
          ]}
        />
      )}
    </section>
  );
}

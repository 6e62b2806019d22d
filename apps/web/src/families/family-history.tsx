import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FamilyRecord } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { DataTable } from '../shared/table/data-table';

/** From when until when the lists said which place and account, and where one did not agree with the record. */
export function FamilyHistory({ family }: { readonly family: FamilyRecord }): ReactNode {
  const { t, format } = useWords();
  const span = ({ from, until }: { readonly from: string; readonly until: string }): string =>
    from === until ? from : t('families:span', { from, until });
  return (
    <section className="stack" aria-labelledby="family-history">
      <Title order={2} size="h3" id="family-history">
        {t('families:history')}
      </Title>
      <DataTable
        caption={t('families:place')}
        rows={family.places}
        keyOf={({ kelurahanCode, rtRw, from }) => `${kelurahanCode ?? ''} ${rtRw ?? ''} ${from}`}
        columns={[
          {
            name: t('families:place'),
            isHeader: true,
            cell: ({ kelurahanName, kelurahanCode, rtRw }) =>
              [kelurahanName ?? kelurahanCode, rtRw].filter(Boolean).join(', ') || '–',
          },
          { name: t('families:said'), cell: span },
        ]}
      />
      {family.accounts.length > 0 && (
        <DataTable
          caption={t('families:account')}
          rows={family.accounts}
          keyOf={({ accountMasked, from }) => accountMasked + from}
          columns={[
            { name: t('families:account'), isHeader: true, cell: ({ accountMasked }) => accountMasked },
            { name: t('families:said'), cell: span },
          ]}
        />
      )}
      {family.events.length > 0 && (
        <DataTable
          caption={t('families:what')}
          rows={family.events}
          keyOf={({ id }) => id}
          columns={[
            { name: t('families:what'), isHeader: true, cell: ({ event }) => t(`families:event.${event}`) },
            { name: t('families:said'), cell: ({ periodCode }) => periodCode },
            { name: t('families:noted'), cell: ({ notedAt }) => format.dateTime(notedAt) },
          ]}
        />
      )}
    </section>
  );
}

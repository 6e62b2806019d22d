import type { ReactNode } from 'react';
import type { ComplaintDetails } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { DataTable } from '../shared/table/data-table';

/** What happened, from the first to the last. */
export function ComplaintStory({ complaint: { story } }: { readonly complaint: ComplaintDetails }): ReactNode {
  const { t, format } = useWords();
  return (
    <DataTable
      caption={t('complaints:story')}
      rows={story.map((event, index) => ({ ...event, index }))}
      keyOf={({ index }) => `${index}`}
      columns={[
        { name: t('complaints:when'), cell: ({ occurredAt }) => format.dateTime(occurredAt) },
        { name: t('complaints:what'), isHeader: true, cell: ({ kind }) => t(`complaints:event.${kind}`) },
        { name: t('complaints:who'), cell: ({ officer }) => officer ?? '–' },
        { name: t('complaints:note'), cell: ({ note }) => note ?? '–' },
      ]}
    />
  );
}

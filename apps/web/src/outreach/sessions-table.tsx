import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { OutreachSessionRow } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { DataTable } from '../shared/table/data-table';
import { SessionTag } from './session-tag';

/** Sessions by day, each with who came. */
export function SessionsTable({ rows }: { readonly rows: readonly OutreachSessionRow[] }): ReactNode {
  const { t, format } = useWords();
  return (
    <DataTable
      caption={t('outreach:sessions')}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          name: t('outreach:kelurahan'),
          isHeader: true,
          cell: ({ id, kelurahanName }) => (
            <Link to="/outreach/sessions/$sessionId" params={{ sessionId: id }} className="text-link">
              {kelurahanName}
            </Link>
          ),
        },
        {
          name: t('outreach:day'),
          cell: ({ onDay, startsAt }) => t('outreach:timeIs', { day: format.date(onDay), time: startsAt }),
        },
        { name: t('outreach:state'), cell: (session) => <SessionTag session={session} /> },
        { name: t('outreach:topic'), cell: ({ topic }) => t(`outreach:topicIs.${topic}`) },
        { name: t('outreach:place'), cell: ({ place }) => place },
        {
          name: t('outreach:attended'),
          cell: ({ present, represented, invited }) =>
            t('outreach:attendedIs', {
              ...{ present: format.count(present), represented: format.count(represented) },
              invited: format.count(invited),
            }),
        },
      ]}
    />
  );
}

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { OfficerRow } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { DataTable } from '../../shared/table/data-table';
import { OfficerTag } from './officer-tag';
import '../organisation.css';

/** One row for each officer, with the posts they hold today. */
export function OfficersTable({ rows }: { readonly rows: readonly OfficerRow[] }): ReactNode {
  const { t } = useWords();
  return (
    <DataTable
      caption={t('organisation:page.officers')}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          name: t('organisation:officer.name'),
          isHeader: true,
          cell: ({ id, fullName }) => (
            <Link to="/organisation/officers/$officerId" params={{ officerId: id }} className="text-link">
              {fullName}
            </Link>
          ),
        },
        { name: t('organisation:officer.username'), cell: ({ username }) => username },
        { name: t('organisation:officer.posts'), cell: (row) => <Posts posts={row.posts} /> },
        { name: t('organisation:officer.state'), cell: ({ state }) => <OfficerTag state={state} /> },
      ]}
    />
  );
}

function Posts({ posts }: Pick<OfficerRow, 'posts'>): ReactNode {
  const { t, codeWord } = useWords();
  if (posts.length === 0) return '–';
  return (
    <ul className="plain-list">
      {posts.map(({ role, office, acting }) => (
        <li key={`${role}${office}`}>
          {acting !== null && `${t(`organisation:acting.${acting}`)} `}
          {codeWord('common:role', role)}, {office}
        </li>
      ))}
    </ul>
  );
}

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { OfficeOfRegister } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { StatusTag } from '../../shared/look/status-tag';
import { DataTable } from '../../shared/table/data-table';
import '../organisation.css';

/** Offices in the order of their territories, so that what lies in a city follows the city. */
export function OfficesTable({ rows }: { readonly rows: readonly OfficeOfRegister[] }): ReactNode {
  const { t } = useWords();
  return (
    <DataTable
      caption={t('organisation:page.offices')}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          name: t('organisation:office.name'),
          isHeader: true,
          cell: ({ id, name }) => (
            <Link to="/organisation/officers" search={{ officeId: id }} className="text-link">
              {name}
            </Link>
          ),
        },
        { name: t('organisation:office.kind'), cell: ({ kind }) => t(`organisation:kind.${kind}`) },
        { name: t('organisation:office.territory'), cell: ({ territoryCode }) => territoryCode },
        { name: t('organisation:office.posts'), cell: (office) => <Posts office={office} /> },
      ]}
    />
  );
}

function Posts({ office }: { readonly office: OfficeOfRegister }): ReactNode {
  const { t, codeWord } = useWords();
  if (office.posts.length === 0) return t('organisation:office.noPosts');
  return (
    <ul className="plain-list">
      {office.posts.map(({ role, holders, acting }) => (
        <li key={role}>
          {codeWord('common:role', role)}: {holders > 0 && t('organisation:office.held', { officers: holders })}
          {holders === 0 && (
            <StatusTag tone={acting > 0 ? 'soon' : 'late'}>
              {t(acting > 0 ? 'organisation:office.onlyActing' : 'organisation:office.vacant')}
            </StatusTag>
          )}
        </li>
      ))}
    </ul>
  );
}

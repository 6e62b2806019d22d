import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AuditEntry } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { DataTable } from '../shared/table/data-table';

export function AuditTable({ entries }: { readonly entries: readonly AuditEntry[] }): ReactNode {
  const { t, format, codeWord } = useWords();
  return (
    <DataTable
      caption={t('audit:title')}
      rows={entries}
      keyOf={({ id }) => id}
      columns={[
        { name: t('audit:number'), isHeader: true, cell: ({ id }) => id },
        {
          name: t('audit:time'),
          cell: ({ occurredAt }) => <span className="no-break">{format.dateTime(occurredAt)}</span>,
        },
        {
          name: t('audit:officer'),
          cell: ({ officer, username }) =>
            username === null ? (
              (officer ?? t('audit:system'))
            ) : (
              <Link to="/audit" search={{ officer: username }} className="text-link">
                {officer}
              </Link>
            ),
        },
        {
          name: t('audit:action'),
          cell: ({ action }) => codeWord('audit:did', action.replaceAll('.', '_')),
        },
        {
          name: t('audit:subject'),
          cell: ({ subjectType, subjectId }) => (
            <Link to="/audit" search={{ subjectType, subjectId }} className="text-link">
              {codeWord('audit:subjects', subjectType)} {subjectId.slice(0, 8)}
            </Link>
          ),
        },
        { name: t('audit:territory'), cell: ({ territoryCode }) => territoryCode ?? '–' },
        { name: t('audit:details'), cell: ({ details }) => <AuditDetails details={details} /> },
      ]}
    />
  );
}

/** Hashes and ids by their first digits; the whole stands in the title and in the exported trail. */
const shortened = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return /^[0-9a-f-]{32,}$/.test(text) ? `${text.slice(0, 8)}…` : text;
};

function AuditDetails({ details }: Pick<AuditEntry, 'details'>): ReactNode {
  const facts = Object.entries(details).filter(([, value]) => value !== null);
  if (facts.length === 0) return '–';
  return (
    <span className="audit-details" title={JSON.stringify(details)}>
      {facts.map(([name, value]) => `${name}: ${shortened(value)}`).join(' · ')}
    </span>
  );
}

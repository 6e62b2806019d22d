import type { ReactNode } from 'react';
import type { Rule } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { StatusTag } from '../shared/look/status-tag';
import { DataTable } from '../shared/table/data-table';
import { useRuleWords } from './use-rule-words';

/** Every rule with its value today, since when, and on what paper it stands. */
export function RulesTable({ rules }: { readonly rules: readonly Rule[] }): ReactNode {
  const { t, format } = useWords();
  const words = useRuleWords();
  return (
    <DataTable
      caption={t('policies:title')}
      rows={rules}
      keyOf={({ key }) => key}
      columns={[
        { name: t('policies:name'), isHeader: true, cell: ({ key }) => words.name(key) },
        {
          name: t('policies:value'),
          cell: ({ key, value, next }) => (
            <>
              {words.value(key, value)}
              {next !== null && (
                <div className="small-print">
                  {t('policies:nextIs', { value: words.value(key, next.value), date: format.date(next.effectiveFrom) })}
                </div>
              )}
            </>
          ),
        },
        { name: t('policies:since'), cell: ({ effectiveFrom }) => format.date(effectiveFrom) },
        {
          name: t('policies:source'),
          cell: ({ source, verified }) => (
            <>
              {source}
              <div>
                <StatusTag tone={verified ? 'done' : 'soon'}>
                  {t(verified ? 'policies:verified' : 'policies:unverified')}
                </StatusTag>
              </div>
            </>
          ),
        },
      ]}
    />
  );
}

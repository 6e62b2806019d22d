import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import { periodsQuery } from '../../periods/period-queries';
import { countsQuery, type InboxFilter } from '../task-queries';
import { kindTitle } from '../task-title';

/** Narrows the list by kind and period; both live in the address. */
export function InboxFilters({ filter }: { readonly filter: InboxFilter }): ReactNode {
  const { t, format } = useWords();
  const navigate = useNavigate();
  const { data: counts } = useQuery(countsQuery);
  const { data: periods = [] } = useQuery(periodsQuery);
  const kinds = counts?.byKind ?? [];
  if (kinds.length < 2 && periods.length < 2 && filter.kind === undefined && filter.periodId === undefined) return null;
  const go = (change: Partial<InboxFilter>): void => {
    const { view, kind, periodId } = { ...filter, ...change };
    void navigate({ to: '/inbox', search: { view, kind, periodId }, replace: true });
  };
  return (
    <div className="inbox-filter-row">
      <Select
        clearable
        aria-label={t('inbox.filterKind')}
        placeholder={t('inbox.filterKind')}
        value={filter.kind ?? null}
        data={kinds.map(({ kind, tasks }) => ({
          value: kind,
          label: `${kindTitle(t, kind)} (${format.count(tasks)})`,
        }))}
        onChange={(kind) => {
          go({ kind: kind ?? undefined });
        }}
      />
      {periods.length > 1 && (
        <Select
          clearable
          aria-label={t('inbox.filterPeriod')}
          placeholder={t('inbox.filterPeriod')}
          value={filter.periodId ?? null}
          data={periods.map(({ id, months }) => ({ value: id, label: format.months(months) }))}
          onChange={(periodId) => {
            go({ periodId: periodId ?? undefined });
          }}
        />
      )}
    </div>
  );
}

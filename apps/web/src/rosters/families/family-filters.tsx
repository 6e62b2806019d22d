import { Select } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Roster } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import type { FamilyFilter } from '../roster-queries';

const route = getRouteApi('/shell/rosters/$rosterId');
const STATES = ['valid', 'warning', 'invalid', 'duplicate'] as const;
const VERDICTS = ['eligible', 'ineligible', 'check', 'none'] as const;
const MATCHES = ['matched', 'not_matched', 'duplicate', 'dead', 'no_document', 'absent'] as const;

/** Filters of the list; they live in the address, so a filtered list can be shared. */
export function FamilyFilters({ roster }: { readonly roster: Roster }): ReactNode {
  const filter = route.useSearch();
  const { t } = useWords();
  const navigate = useNavigate();
  const go = (change: FamilyFilter): void => {
    const search = { ...filter, ...change };
    void navigate({ to: '/rosters/$rosterId', params: { rosterId: roster.id }, search, replace: true });
  };
  return (
    <div className="row" role="group" aria-label={t('table.filter')}>
      <Select
        clearable
        searchable
        aria-label={t('roster.kelurahan')}
        placeholder={t('roster.kelurahan')}
        value={filter.kelurahanCode ?? null}
        data={roster.kelurahan.map(({ kelurahanCode, name }) => ({ value: kelurahanCode, label: name }))}
        onChange={(chosen) => {
          go({ kelurahanCode: chosen ?? undefined });
        }}
      />
      <Select
        clearable
        aria-label={t('roster.row')}
        placeholder={t('roster.row')}
        value={filter.state ?? null}
        data={STATES.map((value) => ({ value, label: t(`rowState.${value}`) }))}
        onChange={(chosen) => {
          go({ state: STATES.find((known) => known === chosen) });
        }}
      />
      <Select
        clearable
        aria-label={t('roster.match')}
        placeholder={t('roster.match')}
        value={filter.matchResult ?? null}
        data={MATCHES.map((value) => ({ value, label: t(`match.${value}`) }))}
        onChange={(chosen) => {
          go({ matchResult: MATCHES.find((known) => known === chosen) });
        }}
      />
      <Select
        clearable
        aria-label={t('verdict.column.verdict')}
        placeholder={t('verdict.column.verdict')}
        value={filter.verdict ?? null}
        data={VERDICTS.map((value) => ({ value, label: t(`verdict.${value}`) }))}
        onChange={(chosen) => {
          go({ verdict: VERDICTS.find((known) => known === chosen) });
        }}
      />
    </div>
  );
}

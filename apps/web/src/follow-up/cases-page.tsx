import { Select } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Case } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { StatusTag } from '../shared/look/status-tag';
import { AnsweredList } from '../shared/states/answered-list';
import { Empty } from '../shared/states/empty';
import { DataTable } from '../shared/table/data-table';
import { FamilyLink } from '../families/family-link';
import { CASE_TONES } from './case-tones';
import { type CaseFilter, casesQuery, desksQuery } from './follow-up-queries';

const route = getRouteApi('/shell/periods/$periodId/cases');
const STATES = ['open', 'to_visit', 'to_decide', 'decided', 'used', 'lapsed'] as const;
/** The families behind a number of the follow-up desks. */
export function CasesPage(): ReactNode {
  const { periodId } = route.useParams();
  const filter = route.useSearch();
  const { t } = useWords();
  const query = useInfiniteQuery(casesQuery(periodId, filter));
  return (
    <div className="stack">
      <PageHeading
        title={t('cases.title')}
        trail={
          <Link to="/periods/$periodId/desks" params={{ periodId }} className="text-link">
            {t('desks.title')}
          </Link>
        }
      />
      <CaseFilters />
      <NarrowedBy />
      <AnsweredList query={query} empty={<Empty>{t('table.noResult')}</Empty>}>
        {(cases) => <CasesTable cases={cases} />}
      </AnsweredList>
    </div>
  );
}

function CaseFilters(): ReactNode {
  const { periodId } = route.useParams();
  const { kelurahanCode, state, ...others } = route.useSearch();
  const { t } = useWords();
  const navigate = useNavigate();
  const { data: desks = [] } = useQuery(desksQuery(periodId));
  const go = (change: { kelurahanCode?: string | undefined; state?: CaseFilter['state'] }): void => {
    const search = { ...others, kelurahanCode, state, ...change };
    void navigate({ to: '/periods/$periodId/cases', params: { periodId }, search, replace: true });
  };
  return (
    <div className="row">
      <Select
        clearable
        searchable
        aria-label={t('roster.kelurahan')}
        placeholder={t('roster.kelurahan')}
        value={kelurahanCode ?? null}
        data={desks.map((desk) => ({ value: desk.kelurahanCode, label: desk.name ?? desk.kelurahanCode }))}
        onChange={(chosen) => {
          go({ kelurahanCode: chosen ?? undefined });
        }}
      />
      <Select
        clearable
        aria-label={t('case.state')}
        placeholder={t('case.state')}
        value={state ?? null}
        data={STATES.map((value) => ({ value, label: value === 'open' ? t('desks.open') : t(`case.is.${value}`) }))}
        onChange={(chosen) => {
          go({ state: STATES.find((known) => known === chosen) });
        }}
      />
    </div>
  );
}

/** What the list is of, where a number of another page opened it. */
function NarrowedBy(): ReactNode {
  const { periodId } = route.useParams();
  const { territoryCode, reason } = route.useSearch();
  const { t, codeWord } = useWords();
  if (territoryCode === undefined && reason === undefined) return null;
  const place = territoryCode === undefined || territoryCode === 'ID' ? 'Indonesia' : territoryCode;
  return (
    <p className="small-print">
      {reason === undefined ? place : `${place}, ${codeWord('finding', reason)}`}{' '}
      <Link to="/periods/$periodId/cases" params={{ periodId }} className="text-link">
        {t('cases.all')}
      </Link>
    </p>
  );
}

function CasesTable({ cases }: { readonly cases: readonly Case[] }): ReactNode {
  const { t, format, codeWord } = useWords();
  return (
    <DataTable
      caption={t('cases.title')}
      rows={cases}
      keyOf={({ id }) => id}
      columns={[
        {
          name: t('case.family'),
          isHeader: true,
          cell: ({ kpmCode, familyCode }) => <FamilyLink code={familyCode}>{kpmCode}</FamilyLink>,
        },
        { name: t('case.place'), cell: ({ kelurahanName, rtRw }) => [kelurahanName, rtRw].filter(Boolean).join(', ') },
        {
          name: t('case.state'),
          cell: ({ state, openTaskId }) => (
            <>
              <StatusTag tone={CASE_TONES[state]}>{t(`case.is.${state}`)}</StatusTag>
              {openTaskId !== null && (
                <Link to="/tasks/$taskId" params={{ taskId: openTaskId }} className="line text-link">
                  {t('case.openTask')}
                </Link>
              )}
            </>
          ),
        },
        { name: t('case.finding'), cell: ({ finding }) => (finding === null ? '–' : codeWord('finding', finding)) },
        { name: t('case.outcome'), cell: ({ outcome }) => (outcome === null ? '–' : codeWord('caseOutcome', outcome)) },
        { name: t('case.money'), cell: ({ money }) => codeWord('caseMoney', money) },
        { name: t('case.deadline'), cell: ({ deadlineOn }) => format.date(deadlineOn) },
        { name: t('task.rupiah'), isNumber: true, cell: ({ amountRupiah }) => format.rupiah(amountRupiah) },
      ]}
    />
  );
}

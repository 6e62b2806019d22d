import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { may, useMe } from '../auth/session';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { StatusTag } from '../shared/look/status-tag';
import { AnsweredList } from '../shared/states/answered-list';
import { Empty } from '../shared/states/empty';
import { DataTable } from '../shared/table/data-table';
import { ListTools } from '../shared/table/list-tools';
import { WholeListLink } from '../shared/table/whole-list-link';
import { type ComplaintFilter, complaintsQuery } from './complaint-queries';
import { STATE_TONES } from './complaint-tones';
import { KINDS } from './complaint-words';

const route = getRouteApi('/shell/complaints');
const VIEWS = ['open', 'closed'] as const;

/** Complaints that the reader may see, the nearest day first. */
export function ComplaintsPage(): ReactNode {
  const { t, format } = useWords();
  const { view = 'open', kind, text } = route.useSearch();
  const filter: ComplaintFilter = { view, kind: KINDS.find((known) => known === kind), text };
  const query = useInfiniteQuery(complaintsQuery(filter));
  const mayTakeIn = may(useMe(), 'complaint:intake');
  const isFiltered = filter.kind !== undefined || text !== undefined;
  return (
    <div className="stack">
      <PageHeading
        title={t('complaints:title')}
        aside={
          mayTakeIn && (
            <Link to="/complaints/new" className="text-link">
              {t('complaints:new.title')}
            </Link>
          )
        }
        trail={<WholeListLink path="/complaints/xlsx" query={{ ...filter }} />}
      />
      <ComplaintTools filter={filter} />
      <AnsweredList query={query} empty={<Empty>{t(isFiltered ? 'table.noResult' : 'complaints:none')}</Empty>}>
        {(complaints) => (
          <DataTable
            caption={t('complaints:title')}
            rows={complaints}
            keyOf={({ id }) => id}
            columns={[
              {
                name: t('complaints:number'),
                isHeader: true,
                cell: ({ id, number }) => (
                  <Link to="/complaints/$complaintId" params={{ complaintId: id }} className="text-link">
                    {number}
                  </Link>
                ),
              },
              { name: t('complaints:kind'), cell: ({ kind }) => t(`complaints:kindIs.${kind}`) },
              {
                name: t('complaints:place'),
                cell: ({ territoryName, territoryCode }) => territoryName ?? territoryCode,
              },
              {
                name: t('complaints:state'),
                cell: ({ state }) => (
                  <StatusTag tone={STATE_TONES[state]}>{t(`complaints:stateIs.${state}`)}</StatusTag>
                ),
              },
              { name: t('complaints:office'), cell: ({ office }) => t(`complaints:officeIs.${office}`) },
              {
                name: t('complaints:dueOn'),
                cell: ({ dueOn, waitingUntil }) =>
                  waitingUntil === null
                    ? format.date(dueOn)
                    : t('complaints:standsUntil', { day: format.date(waitingUntil) }),
              },
            ]}
          />
        )}
      </AnsweredList>
    </div>
  );
}

function ComplaintTools({ filter }: { readonly filter: ComplaintFilter }): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const choose = (chosen: Partial<ComplaintFilter>): void => {
    void navigate({ to: '/complaints', search: { ...filter, ...chosen } });
  };
  return (
    <ListTools
      hint={t('complaints:hint')}
      text={filter.text}
      onSearch={(text) => {
        choose({ text });
      }}
      choices={[
        {
          label: t('complaints:view'),
          isNeeded: true,
          value: filter.view,
          offered: VIEWS.map((value) => ({ value, label: t(`complaints:viewIs.${value}`) })),
          onChoose: (value) => {
            choose({ view: VIEWS.find((known) => known === value) ?? 'open' });
          },
        },
        {
          label: t('complaints:kind'),
          value: filter.kind,
          offered: KINDS.map((value) => ({ value, label: t(`complaints:kindIs.${value}`) })),
          onChoose: (value) => {
            choose({ kind: KINDS.find((known) => known === value) });
          },
        },
      ]}
    />
  );
}

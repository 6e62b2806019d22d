import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { AnsweredList } from '../shared/states/answered-list';
import { Empty } from '../shared/states/empty';
import { ListTools } from '../shared/table/list-tools';
import { WholeListLink } from '../shared/table/whole-list-link';
import { OutreachLinks } from './outreach-links';
import { SESSION_STATES, type SessionFilter, sessionsQuery } from './outreach-queries';
import { SessionsTable } from './sessions-table';

const route = getRouteApi('/shell/outreach/sessions');
const SORTS = ['newest', 'oldest'] as const;

/** Sessions in the reader's territory. */
export function SessionsPage(): ReactNode {
  const { t } = useWords();
  const { state, text, sort } = route.useSearch();
  const filter: SessionFilter = {
    ...{ state: SESSION_STATES.find((one) => one === state), text },
    sort: SORTS.find((one) => one === sort),
  };
  const query = useInfiniteQuery(sessionsQuery(filter));
  const isFiltered = filter.state !== undefined || text !== undefined;
  return (
    <div className="stack">
      <PageHeading title={t('outreach:sessions')} trail={<OutreachLinks />} />
      <SessionTools filter={filter} />
      <WholeListLink path="/outreach/sessions/xlsx" query={{ ...filter }} />
      <AnsweredList query={query} empty={<Empty>{t(isFiltered ? 'table.noResult' : 'outreach:noSessions')}</Empty>}>
        {(rows) => <SessionsTable rows={rows} />}
      </AnsweredList>
    </div>
  );
}

function SessionTools({ filter }: { readonly filter: SessionFilter }): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const choose = (chosen: SessionFilter): void => {
    void navigate({ to: '/outreach/sessions', search: { ...filter, ...chosen } });
  };
  return (
    <ListTools
      hint={t('outreach:sessionHint')}
      text={filter.text}
      onSearch={(text) => {
        choose({ text });
      }}
      choices={[
        {
          label: t('outreach:state'),
          value: filter.state,
          offered: SESSION_STATES.map((value) => ({ value, label: t(`outreach:stateIs.${value}`) })),
          onChoose: (value) => {
            choose({ state: SESSION_STATES.find((one) => one === value) });
          },
        },
        {
          label: t('table.sort'),
          isNeeded: true,
          value: filter.sort ?? 'newest',
          offered: SORTS.map((value) => ({ value, label: t(`outreach:sortDay.${value}`) })),
          onChoose: (value) => {
            choose({ sort: SORTS.find((one) => one === value) });
          },
        },
      ]}
    />
  );
}

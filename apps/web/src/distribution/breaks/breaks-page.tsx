import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type BreakFilter, breaksQuery } from '../../money/money-queries';
import { PeriodPicker } from '../../periods/period-picker';
import { useWords } from '../../shared/language/use-words';
import { PageHeading } from '../../shared/look/page-heading';
import { AnsweredList } from '../../shared/states/answered-list';
import { Empty } from '../../shared/states/empty';
import { ListTools } from '../../shared/table/list-tools';
import { WholeListLink } from '../../shared/table/whole-list-link';
import { BREAK_TYPES } from './break-types';
import { BreaksTable } from './breaks-table';

const route = getRouteApi('/shell/periods/$periodId/breaks');
const STATES = ['open', 'settled'] as const;
const SORTS = ['number', 'due'] as const;

/** Differences between the order and the bank's files, each with an owner and a deadline. */
export function BreaksPage(): ReactNode {
  const { periodId } = route.useParams();
  const { type, ...others } = route.useSearch();
  const filter: BreakFilter = { ...others, type: BREAK_TYPES.find((known) => known === type) };
  const { t } = useWords();
  const query = useInfiniteQuery(breaksQuery(periodId, filter));
  const isOfFile = filter.openedBy !== undefined || filter.settledBy !== undefined;
  const isNarrowed =
    isOfFile || filter.territoryCode !== undefined || filter.payer !== undefined || filter.channel !== undefined;
  const isSearch = filter.text !== undefined || filter.type !== undefined || isNarrowed;
  return (
    <div className="stack">
      <PageHeading
        title={t('money:breaks.title')}
        aside={<PeriodPicker periodId={periodId} room="breaks" />}
        trail={<WholeListLink path={`/periods/${periodId}/breaks/xlsx`} query={{ ...filter }} />}
      />
      <BreakTools periodId={periodId} filter={filter} />
      {isNarrowed && (
        <p className="small-print">
          <NarrowedBy filter={filter} />{' '}
          <Link to="/periods/$periodId/breaks" params={{ periodId }} className="text-link">
            {t('money:files.allBreaks')}
          </Link>
        </p>
      )}
      <AnsweredList
        query={query}
        empty={
          <Empty>
            {t(isSearch ? 'table.noResult' : filter.state === 'open' ? 'money:breaks.noneOpen' : 'money:breaks.none')}
          </Empty>
        }
      >
        {(rows) => <BreaksTable rows={rows} />}
      </AnsweredList>
    </div>
  );
}

/** What the list is of, where a number of another page opened it. */
function NarrowedBy({ filter: { openedBy, settledBy, territoryCode } }: { readonly filter: BreakFilter }): ReactNode {
  const { t } = useWords();
  if (openedBy !== undefined || settledBy !== undefined) return t('money:files.ofFile');
  return territoryCode === undefined
    ? t('money:scores.ofPayer')
    : t('money:breaks.ofPlace', { place: territoryCode === 'ID' ? 'Indonesia' : territoryCode });
}

function BreakTools({ periodId, filter }: { readonly periodId: string; readonly filter: BreakFilter }): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const choose = (chosen: BreakFilter): void => {
    void navigate({ to: '/periods/$periodId/breaks', params: { periodId }, search: { ...filter, ...chosen } });
  };
  return (
    <ListTools
      hint={t('money:breaks.hint')}
      text={filter.text}
      onSearch={(text) => {
        choose({ text });
      }}
      choices={[
        {
          label: t('case.state'),
          value: filter.state,
          offered: STATES.map((value) => ({ value, label: t(`money:breaks.is.${value}`) })),
          onChoose: (value) => {
            choose({ state: STATES.find((state) => state === value) });
          },
        },
        {
          label: t('money:breaks.type'),
          value: filter.type,
          offered: BREAK_TYPES.map((value) => ({ value, label: t(`money:breaks.of.${value}`) })),
          onChoose: (value) => {
            choose({ type: BREAK_TYPES.find((type) => type === value) });
          },
        },
        {
          label: t('table.sort'),
          isNeeded: true,
          value: filter.sort ?? 'number',
          offered: SORTS.map((value) => ({ value, label: t(`money:breaks.by.${value}`) })),
          onChoose: (value) => {
            choose({ sort: SORTS.find((sort) => sort === value) });
          },
        },
      ]}
    />
  );
}

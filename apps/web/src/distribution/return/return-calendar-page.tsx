import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { periodsQuery } from '../../periods/period-queries';
import { useWords } from '../../shared/language/use-words';
import { PageHeading } from '../../shared/look/page-heading';
import { AnsweredList } from '../../shared/states/answered-list';
import { Empty } from '../../shared/states/empty';
import { ListTools } from '../../shared/table/list-tools';
import { WholeListLink } from '../../shared/table/whole-list-link';
import { ReturnCalendarTable } from './return-calendar-table';
import { RETURN_STAGES, type ReturnFilter, returnsQuery } from './return-queries';

const NOT_DONE = 'not_done';
const route = getRouteApi('/shell/return-calendar');

/** Which money goes back on which day unless families use it, the next deadline first. */
export function ReturnCalendarPage(): ReactNode {
  const { stage, ...others } = route.useSearch();
  const filter: ReturnFilter = { ...others, stage: RETURN_STAGES.find((known) => known === stage) };
  const { t } = useWords();
  const query = useInfiniteQuery(returnsQuery(filter));
  const isFiltered = filter.text !== undefined || filter.stage !== undefined;
  return (
    <div className="stack">
      <PageHeading
        title={t('money:returns.title')}
        trail={<WholeListLink path="/return-calendar/xlsx" query={{ ...filter }} />}
      />
      <p className="small-print">{t('money:returns.about')}</p>
      <ReturnTools filter={filter} />
      <AnsweredList query={query} empty={<Empty>{t(isFiltered ? 'table.noResult' : 'money:returns.none')}</Empty>}>
        {(rows) => <ReturnCalendarTable rows={rows} />}
      </AnsweredList>
    </div>
  );
}

function ReturnTools({ filter }: { readonly filter: ReturnFilter }): ReactNode {
  const { t, format } = useWords();
  const navigate = useNavigate();
  const { data: periods = [] } = useQuery(periodsQuery);
  const choose = (chosen: ReturnFilter): void => {
    void navigate({ to: '/return-calendar', search: { ...filter, ...chosen } });
  };
  return (
    <ListTools
      hint={t('money:returns.hint')}
      text={filter.text}
      onSearch={(text) => {
        choose({ text });
      }}
      choices={[
        {
          label: t('money:returns.stage'),
          isNeeded: true,
          value: filter.stage ?? NOT_DONE,
          offered: [
            { value: NOT_DONE, label: t('money:returns.notDone') },
            ...RETURN_STAGES.map((value) => ({ value, label: t(`money:returns.is.${value}`) })),
          ],
          onChoose: (value) => {
            choose({ stage: RETURN_STAGES.find((stage) => stage === value) });
          },
        },
        {
          label: t('periods.period'),
          value: filter.periodId,
          offered: periods.map(({ id, months }) => ({ value: id, label: format.months(months) })),
          onChoose: (value) => {
            choose({ periodId: value });
          },
        },
      ]}
    />
  );
}

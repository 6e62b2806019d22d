import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type OrderFilter, ordersQuery } from '../../money/money-queries';
import { PeriodPicker } from '../../periods/period-picker';
import { useWords } from '../../shared/language/use-words';
import { PageHeading } from '../../shared/look/page-heading';
import { AnsweredList } from '../../shared/states/answered-list';
import { Empty } from '../../shared/states/empty';
import { ListTools } from '../../shared/table/list-tools';
import { WholeListLink } from '../../shared/table/whole-list-link';
import { OrdersTable } from './orders-table';

const route = getRouteApi('/shell/periods/$periodId/orders');
const STATES = ['drafted', 'released', 'sent', 'refused', 'settled'] as const;
const SORTS = ['place', 'amount'] as const;

/** Every order of a period that one may see: what is sent, what the bank has said, what is open. */
export function OrdersPage(): ReactNode {
  const { periodId } = route.useParams();
  const filter = route.useSearch();
  const { t } = useWords();
  const query = useInfiniteQuery(ordersQuery(periodId, filter));
  const isFiltered = filter.text !== undefined || filter.states !== undefined;
  return (
    <div className="stack">
      <PageHeading
        title={t('money:orders.title')}
        aside={<PeriodPicker periodId={periodId} room="orders" />}
        trail={
          <>
            <WholeListLink path={`/periods/${periodId}/orders/xlsx`} query={{ ...filter }} />{' '}
            <Link to="/bank-files" search={{ periodId }} className="text-link">
              {t('money:files.title')}
            </Link>{' '}
            <Link to="/periods/$periodId/scorecard" params={{ periodId }} className="text-link">
              {t('money:scores.title')}
            </Link>{' '}
            <Link to="/return-calendar" search={{ periodId }} className="text-link">
              {t('money:returns.title')}
            </Link>
          </>
        }
      />
      <OrderTools periodId={periodId} filter={filter} />
      <AnsweredList query={query} empty={<Empty>{t(isFiltered ? 'table.noResult' : 'money:orders.none')}</Empty>}>
        {(rows) => <OrdersTable rows={rows} />}
      </AnsweredList>
    </div>
  );
}

function OrderTools({ periodId, filter }: { readonly periodId: string; readonly filter: OrderFilter }): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const choose = (chosen: Partial<OrderFilter>): void => {
    void navigate({ to: '/periods/$periodId/orders', params: { periodId }, search: { ...filter, ...chosen } });
  };
  return (
    <ListTools
      hint={t('money:orders.hint')}
      text={filter.text}
      onSearch={(text) => {
        choose({ text });
      }}
      choices={[
        {
          label: t('money:order.state'),
          value: filter.states,
          offered: STATES.map((value) => ({ value, label: t(`money:order.is.${value}`) })),
          onChoose: (value) => {
            choose({ states: STATES.find((state) => state === value) });
          },
        },
        {
          label: t('table.sort'),
          isNeeded: true,
          value: filter.sort ?? 'place',
          offered: SORTS.map((value) => ({ value, label: t(`money:orders.by.${value}`) })),
          onChoose: (value) => {
            choose({ sort: SORTS.find((sort) => sort === value) });
          },
        },
      ]}
    />
  );
}

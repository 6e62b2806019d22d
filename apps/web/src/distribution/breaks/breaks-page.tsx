import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PeriodPicker } from '../../periods/period-picker';
import { useWords } from '../../shared/language/use-words';
import { PageHeading } from '../../shared/look/page-heading';
import { Empty } from '../../shared/states/empty';
import { ProblemNotice } from '../../shared/states/problem-notice';
import { WaitingRows } from '../../shared/states/waiting-rows';
import { LoadMore } from '../../shared/table/load-more';
import { BreaksTable } from './breaks-table';
import { breaksQuery } from '../../money/money-queries';

const route = getRouteApi('/shell/periods/$periodId/breaks');

/** Differences between the order and the bank's files, each with an owner and a deadline. */
export function BreaksPage(): ReactNode {
  const { periodId } = route.useParams();
  const { state } = route.useSearch();
  const { t } = useWords();
  const query = useInfiniteQuery(breaksQuery(periodId, state));
  const rows = query.data?.pages.flatMap((page) => page.rows);
  return (
    <div className="stack">
      <PageHeading title={t('breaks.title')} aside={<PeriodPicker periodId={periodId} room="breaks" />} />
      <nav aria-label={t('table.filter')}>
        <ul className="view-tabs">
          {([undefined, 'open', 'settled'] as const).map((offered) => (
            <li key={offered ?? 'all'}>
              <Link
                to="/periods/$periodId/breaks"
                params={{ periodId }}
                search={{ state: offered }}
                activeOptions={{ exact: true }}
                aria-current={offered === state ? 'page' : undefined}
              >
                {t(`breaks.is.${offered ?? 'all'}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {query.error !== null && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {rows === undefined && query.error === null && <WaitingRows />}
      {rows?.length === 0 && <Empty>{t(state === 'open' ? 'breaks.noneOpen' : 'breaks.none')}</Empty>}
      {rows !== undefined && rows.length > 0 && (
        <>
          <BreaksTable rows={rows} />
          <LoadMore query={query} shown={rows.length} />
        </>
      )}
    </div>
  );
}

import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { LoadMore } from '../table/load-more';
import { ProblemNotice } from './problem-notice';
import { WaitingRows } from './waiting-rows';

interface Props<Row> {
  readonly query: UseInfiniteQueryResult<InfiniteData<{ readonly rows: readonly Row[] }>>;
  /** What is said where there is no row. */
  readonly empty: ReactNode;
  readonly children: (rows: readonly Row[]) => ReactNode;
}

/** A list that comes page by page: the pages that came, with the failure above them when the newest one failed, and the way to the next. */
export function AnsweredList<Row>({ query, empty, children }: Props<Row>): ReactNode {
  const { data, error } = query;
  const rows = data?.pages.flatMap((page) => page.rows);
  return (
    <>
      {error !== null && <ProblemNotice error={error} onRetry={() => void query.refetch()} />}
      {rows === undefined && error === null && <WaitingRows />}
      {rows?.length === 0 && empty}
      {rows !== undefined && rows.length > 0 && (
        <>
          {children(rows)}
          <LoadMore query={query} shown={rows.length} />
        </>
      )}
    </>
  );
}

import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemNotice } from './problem-notice';
import { WaitingRows } from './waiting-rows';

interface Props<Data> {
  readonly query: UseQueryResult<Data>;
  readonly rows?: number;
  readonly children: (data: Data) => ReactNode;
}

/** Shows the last good answer, with the failure above it when the newest one failed. */
export function Answered<Data>({ query, rows = 6, children }: Props<Data>): ReactNode {
  const { data, error } = query;
  return (
    <>
      {error !== null && (
        <ProblemNotice
          error={error}
          onRetry={() => {
            void query.refetch();
          }}
        />
      )}
      {data === undefined && error === null && <WaitingRows rows={rows} />}
      {data !== undefined && children(data)}
    </>
  );
}

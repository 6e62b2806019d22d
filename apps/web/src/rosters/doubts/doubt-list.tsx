import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Doubt, DoubtPage } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { Empty } from '../../shared/states/empty';
import { ProblemNotice } from '../../shared/states/problem-notice';
import { WaitingRows } from '../../shared/states/waiting-rows';
import { LoadMore } from '../../shared/table/load-more';
import { type DoubtFilter, doubtsQuery } from './doubt-queries';

interface Props {
  readonly rosterId: string;
  readonly filter: DoubtFilter;
  readonly children: (doubts: readonly Doubt[], counts: DoubtPage['counts']) => ReactNode;
}

/** Loads doubted families page by page, and shows them as it is told. */
export function DoubtList({ rosterId, filter, children }: Props): ReactNode {
  const { t } = useWords();
  const query = useInfiniteQuery(doubtsQuery(rosterId, filter));
  const doubts = query.data?.pages.flatMap(({ rows }) => rows);
  const counts = query.data?.pages.at(-1)?.counts ?? [];
  return (
    <>
      {query.error !== null && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {doubts === undefined && query.error === null && <WaitingRows />}
      {doubts?.length === 0 && <Empty>{t('families:doubt.none')}</Empty>}
      {doubts !== undefined && doubts.length > 0 && (
        <>
          {children(doubts, counts)}
          <LoadMore query={query} shown={doubts.length} />
        </>
      )}
    </>
  );
}

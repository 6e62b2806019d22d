import { Button } from '@mantine/core';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../language/use-words';

interface Props {
  readonly query: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;
  readonly shown: number;
}

/** How many rows are shown and whether more follow; a page is never taken for the whole. */
export function LoadMore({ query, shown }: Props): ReactNode {
  const { t, format } = useWords();
  if (!query.hasNextPage) return <p className="small-print">{t('table.all', { rows: format.count(shown) })}</p>;
  return (
    <div className="load-more">
      <p className="small-print">{t('table.some', { rows: format.count(shown) })}</p>
      <Button
        variant="default"
        aria-disabled={query.isFetchingNextPage}
        onClick={() => {
          if (!query.isFetchingNextPage) void query.fetchNextPage();
        }}
      >
        {t('table.more')}
      </Button>
    </div>
  );
}

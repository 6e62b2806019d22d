import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Doubt, DoubtPage } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { AnsweredList } from '../../shared/states/answered-list';
import { Empty } from '../../shared/states/empty';
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
  const counts = query.data?.pages.at(-1)?.counts ?? [];
  return (
    <AnsweredList query={query} empty={<Empty>{t('families:doubt.none')}</Empty>}>
      {(doubts) => children(doubts, counts)}
    </AnsweredList>
  );
}

import { infiniteQueryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import type { Doubt } from '../../api/schemas';

export interface DoubtFilter {
  readonly kind?: Doubt['kind'] | undefined;
  readonly view?: 'open' | 'undecided' | 'settled' | undefined;
}

const PAGE = 100;

/** What is asked about families of a list, with counts over the whole list. */
export const doubtsQuery = (rosterId: string, { kind, view }: DoubtFilter) =>
  infiniteQueryOptions({
    queryKey: ['roster', rosterId, 'doubts', kind, view],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      answer(
        api.GET('/api/v1/rosters/{rosterId}/doubts', {
          params: {
            path: { rosterId },
            query: {
              limit: PAGE,
              ...(kind === undefined ? {} : { kind }),
              ...(view === undefined ? {} : { view }),
              ...(cursor === undefined ? {} : { cursor }),
            },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

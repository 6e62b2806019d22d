import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client';

export interface CheckListFilter {
  readonly kind?: string | undefined;
  readonly sort?: 'newest' | 'kind' | 'hits' | undefined;
}

const PAGE = 50;

/** The kinds that the policy knows. */
export const kindsQuery = () =>
  queryOptions({
    queryKey: ['check-lists', 'kinds'],
    queryFn: () => answer(api.GET('/api/v1/check-list-kinds')),
  });

export const checkListsQuery = ({ kind, sort }: CheckListFilter) =>
  infiniteQueryOptions({
    queryKey: ['check-lists', kind, sort],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      answer(
        api.GET('/api/v1/check-lists', {
          params: {
            query: {
              limit: PAGE,
              ...(kind === undefined ? {} : { kind }),
              ...(sort === undefined ? {} : { sort }),
              ...(cursor === undefined ? {} : { cursor }),
            },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

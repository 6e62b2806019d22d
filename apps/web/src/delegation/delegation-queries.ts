import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';

export const delegationsQuery = queryOptions({
  queryKey: ['delegations'],
  queryFn: () => answer(api.GET('/api/v1/delegations')),
});

/** Who could stand in for one of one's offices on these days. */
export const delegatesQuery = (query: { appointmentId: string; validFrom: string; validTo: string }) =>
  queryOptions({
    queryKey: ['delegations', 'candidates', query],
    queryFn: () => answer(api.GET('/api/v1/delegations/candidates', { params: { query } })),
    enabled: query.appointmentId !== '' && query.validFrom !== '' && query.validTo !== '',
  });

export const handoversQuery = queryOptions({
  queryKey: ['handovers'],
  queryFn: () => answer(api.GET('/api/v1/handovers')),
});

export const contentsQuery = queryOptions({
  queryKey: ['handovers', 'contents'],
  queryFn: () => answer(api.GET('/api/v1/handovers/contents')),
});

export const handoverQuery = (handoverId: string) =>
  queryOptions({
    queryKey: ['handovers', handoverId],
    queryFn: () => answer(api.GET('/api/v1/handovers/{handoverId}', { params: { path: { handoverId } } })),
  });

export const handoverItemsQuery = (handoverId: string) =>
  infiniteQueryOptions({
    queryKey: ['handovers', handoverId, 'items'],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/handovers/{handoverId}/items', {
          params: { path: { handoverId }, query: pageParam === '' ? {} : { cursor: pageParam } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

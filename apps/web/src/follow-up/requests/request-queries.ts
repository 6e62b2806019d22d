import { infiniteQueryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import type { CaseRequest, EndCaseRequest } from '../../api/schemas';

const PAGE = 50;
const at = (requestId: string, key: string) => ({ path: { requestId }, header: { 'Idempotency-Key': key } });

/** Requests of the reader's territory, the nearest day first. */
export const requestsQuery = (state: CaseRequest['state'] | undefined) =>
  infiniteQueryOptions({
    queryKey: ['case-requests', state],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      answer(
        api.GET('/api/v1/case-requests', {
          params: {
            query: {
              limit: PAGE,
              ...(state === undefined ? {} : { state }),
              ...(cursor === undefined ? {} : { cursor }),
            },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const endRequest = (requestId: string) => (body: EndCaseRequest, key: string) =>
  answer(api.POST('/api/v1/case-requests/{requestId}/end', { params: at(requestId, key), body }));

export const takeRequest = (requestId: string) => (_nothing: null, key: string) =>
  answer(api.POST('/api/v1/case-requests/{requestId}/take', { params: at(requestId, key) }));

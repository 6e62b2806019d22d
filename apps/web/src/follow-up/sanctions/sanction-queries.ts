import { infiniteQueryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import type { ActOnCaseSanction, CaseSanction } from '../../api/schemas';

const PAGE = 50;

/** Suspensions and exclusions of the reader's territory. */
export const sanctionsQuery = (state: CaseSanction['state'] | undefined) =>
  infiniteQueryOptions({
    queryKey: ['case-sanctions', state],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      answer(
        api.GET('/api/v1/case-sanctions', {
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

export const actOnSanction = (sanctionId: string) => (body: ActOnCaseSanction, key: string) =>
  answer(
    api.POST('/api/v1/case-sanctions/{sanctionId}/act', {
      params: { path: { sanctionId }, header: { 'Idempotency-Key': key } },
      body,
    }),
  );

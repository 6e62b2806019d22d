import { infiniteQueryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import type { ActOnCaseMeasures, CaseMeasure } from '../../api/schemas';

const PAGE = 50;

/** Holds and early returns of the reader's territory. */
export const measuresQuery = (state: CaseMeasure['state'] | undefined) =>
  infiniteQueryOptions({
    queryKey: ['case-measures', state],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      answer(
        api.GET('/api/v1/case-measures', {
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

export const actOnMeasures = (body: ActOnCaseMeasures, key: string) =>
  answer(api.POST('/api/v1/case-measures/act', { params: { header: { 'Idempotency-Key': key } }, body }));

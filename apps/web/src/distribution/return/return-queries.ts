import { infiniteQueryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import { known } from '../../api/known';
import type { OrderToReturn } from '../../api/schemas';

const PAGE = 50;

/** In the order in which a return passes through them. */
export const RETURN_STAGES = [
  ...(['ahead', 'soon', 'near', 'due', 'at_bank', 'deposited', 'done'] as const),
] satisfies OrderToReturn['stage'][];

export interface ReturnFilter {
  readonly text?: string | undefined;
  readonly periodId?: string | undefined;
  /** Without it everything that is not done. */
  readonly stage?: OrderToReturn['stage'] | undefined;
}

export const returnsQuery = (filter: ReturnFilter) =>
  infiniteQueryOptions({
    queryKey: ['return-calendar', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/return-calendar', {
          params: { query: { limit: PAGE, ...known({ ...filter, cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

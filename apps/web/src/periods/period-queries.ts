import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';

export const periodsQuery = queryOptions({
  queryKey: ['periods'],
  queryFn: () => answer(api.GET('/api/v1/periods')),
});

export const periodQuery = (periodId: string) =>
  queryOptions({
    queryKey: ['period', periodId, 'detail'],
    queryFn: () => answer(api.GET('/api/v1/periods/{periodId}', { params: { path: { periodId } } })),
  });

export const boardQuery = (periodId: string, cityCode: string) =>
  queryOptions({
    queryKey: ['period', periodId, 'board', cityCode],
    queryFn: () =>
      answer(
        api.GET('/api/v1/periods/{periodId}/cities/{cityCode}/board', { params: { path: { periodId, cityCode } } }),
      ),
  });

/** The period that opened last; undefined before the first. */
export async function newestPeriodId(queryClient: QueryClient): Promise<string | undefined> {
  const periods = await queryClient.query(periodsQuery);
  return periods.toSorted((one, other) => other.openedOn.localeCompare(one.openedOn))[0]?.id;
}

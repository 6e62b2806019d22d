import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { known } from '../api/known';
import type { Case } from '../api/schemas';

const PAGE = 100;

export const caseQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId],
    queryFn: () => answer(api.GET('/api/v1/cases/{caseId}', { params: { path: { caseId } } })),
  });

/** What a visit can find in a period; the rules of a day, so that a page that stays open overnight looks again. */
export const findingsQuery = (periodId: string) =>
  queryOptions({
    queryKey: ['period', periodId, 'findings'],
    queryFn: () => answer(api.GET('/api/v1/periods/{periodId}/findings', { params: { path: { periodId } } })),
    staleTime: 60 * 60_000,
  });

export const desksQuery = (periodId: string) =>
  queryOptions({
    queryKey: ['period', periodId, 'desks'],
    queryFn: () => answer(api.GET('/api/v1/periods/{periodId}/desks', { params: { path: { periodId } } })),
  });

export const deskTotalsQuery = (periodId: string) =>
  queryOptions({
    queryKey: ['period', periodId, 'desks', 'totals'],
    queryFn: () => answer(api.GET('/api/v1/periods/{periodId}/desks/totals', { params: { path: { periodId } } })),
  });

export const officesQuery = (periodId: string) =>
  queryOptions({
    queryKey: ['period', periodId, 'offices'],
    queryFn: () => answer(api.GET('/api/v1/periods/{periodId}/offices', { params: { path: { periodId } } })),
  });

export interface CaseFilter {
  readonly kelurahanCode?: string | undefined;
  readonly territoryCode?: string | undefined;
  readonly reason?: string | undefined;
  readonly state?: Case['state'] | 'open' | undefined;
}

export const casesQuery = (periodId: string, filter: CaseFilter) =>
  infiniteQueryOptions({
    queryKey: ['period', periodId, 'cases', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/periods/{periodId}/cases', {
          params: {
            path: { periodId },
            query: {
              limit: PAGE,
              ...known({ ...filter, cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { VisitPlanQuery } from '../api/schemas';

export const workloadQuery = (periodId: string) =>
  queryOptions({
    queryKey: ['period', periodId, 'workload'],
    queryFn: () => answer(api.GET('/api/v1/periods/{periodId}/workload', { params: { path: { periodId } } })),
  });

export const visitPlanQuery = (periodId: string, query: VisitPlanQuery) =>
  queryOptions({
    queryKey: ['period', periodId, 'visit-plan', query],
    queryFn: () => answer(api.GET('/api/v1/periods/{periodId}/visit-plan', { params: { path: { periodId }, query } })),
  });

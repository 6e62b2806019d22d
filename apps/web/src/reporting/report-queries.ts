import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';

export const reportsQuery = (periodId: string) =>
  queryOptions({
    queryKey: ['period', periodId, 'reports'],
    queryFn: () => answer(api.GET('/api/v1/periods/{periodId}/reports', { params: { path: { periodId } } })),
  });

export const reportQuery = (reportId: string) =>
  queryOptions({
    queryKey: ['report', reportId],
    queryFn: () => answer(api.GET('/api/v1/reports/{reportId}', { params: { path: { reportId } } })),
  });

import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';

export const dashboardQuery = (periodId: string, territory: string) =>
  queryOptions({
    queryKey: ['period', periodId, 'dashboard', territory],
    queryFn: () =>
      answer(api.GET('/api/v1/periods/{periodId}/dashboard', { params: { path: { periodId }, query: { territory } } })),
  });

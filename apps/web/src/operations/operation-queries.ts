import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';

export const clockQuery = queryOptions({
  queryKey: ['clock'],
  queryFn: () => answer(api.GET('/api/v1/clock')),
  refetchInterval: 30_000,
});

export const workflowsQuery = queryOptions({
  queryKey: ['workflows'],
  queryFn: () => answer(api.GET('/api/v1/operations/workflows')),
  refetchInterval: 5_000,
});

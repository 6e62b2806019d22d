import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import type { NewQuotaChange } from '../../api/schemas';

/** How far the quota of each city can be moved. */
export const periodQuotasQuery = (periodId: string) =>
  queryOptions({
    queryKey: ['period', periodId, 'quotas'],
    queryFn: () => answer(api.GET('/api/v1/periods/{periodId}/quotas', { params: { path: { periodId } } })),
  });

export const quotaChangesQuery = (periodId: string) =>
  queryOptions({
    queryKey: ['period', periodId, 'quota-changes'],
    queryFn: () => answer(api.GET('/api/v1/periods/{periodId}/quota-changes', { params: { path: { periodId } } })),
  });

/** How often a change that waits for others is looked at again. */
const WAITING_MS = 10_000;

export const quotaChangeQuery = (changeId: string) =>
  queryOptions({
    refetchInterval: ({ state }) => (state.data?.state === 'proposed' ? WAITING_MS : false),
    queryKey: ['quota-change', changeId],
    queryFn: () => answer(api.GET('/api/v1/quota-changes/{changeId}', { params: { path: { changeId } } })),
  });

export const proposeQuotaChange = (periodId: string) => (body: NewQuotaChange, key: string) =>
  answer(
    api.POST('/api/v1/periods/{periodId}/quota-changes', {
      params: { path: { periodId }, header: { 'Idempotency-Key': key } },
      body,
    }),
  );

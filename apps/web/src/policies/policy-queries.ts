import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { known } from '../api/known';
import type { NewRuleChange } from '../api/schemas';

export const rulesQuery = (programme: string | undefined) =>
  queryOptions({
    queryKey: ['policies', programme],
    queryFn: () => answer(api.GET('/api/v1/policies', { params: { query: known({ programme }) } })),
  });

const header = (key: string) => ({ 'Idempotency-Key': key });

export const proposeChange = (body: NewRuleChange, key: string) =>
  answer(api.POST('/api/v1/policies/changes', { params: { header: header(key) }, body }));

export const confirmChange = (changeId: string) => (_nothing: null, key: string) =>
  answer(
    api.POST('/api/v1/policies/changes/{changeId}/confirm', { params: { path: { changeId }, header: header(key) } }),
  );

export const refuseChange = (changeId: string) => (body: { reason: string }, key: string) =>
  answer(
    api.POST('/api/v1/policies/changes/{changeId}/refuse', {
      params: { path: { changeId }, header: header(key) },
      body,
    }),
  );

export const withdrawChange = (changeId: string) => (_nothing: null, key: string) =>
  answer(
    api.POST('/api/v1/policies/changes/{changeId}/withdraw', { params: { path: { changeId }, header: header(key) } }),
  );

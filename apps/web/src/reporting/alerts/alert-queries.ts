import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import type { NewAlertRule } from '../../api/schemas';

const PAGE = 50;
const header = (key: string) => ({ 'Idempotency-Key': key });

export const alertsQuery = infiniteQueryOptions({
  queryKey: ['alerts'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam: cursor }) =>
    answer(
      api.GET('/api/v1/alerts', {
        params: { query: { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  getNextPageParam: ({ next }) => next ?? undefined,
});

export const alertRulesQuery = queryOptions({
  queryKey: ['alert-rules'],
  queryFn: () => answer(api.GET('/api/v1/alert-rules')),
});

/** A new rule, or one that takes the place of another. */
export const saveAlertRule =
  (ruleId: string | undefined) =>
  (body: NewAlertRule, key: string): Promise<unknown> =>
    ruleId === undefined
      ? answer(api.POST('/api/v1/alert-rules', { params: { header: header(key) }, body }))
      : answer(api.PUT('/api/v1/alert-rules/{ruleId}', { params: { path: { ruleId }, header: header(key) }, body }));

export const endAlertRule =
  (ruleId: string) =>
  (_nothing: null, key: string): Promise<unknown> =>
    answer(api.POST('/api/v1/alert-rules/{ruleId}/end', { params: { path: { ruleId }, header: header(key) } }));

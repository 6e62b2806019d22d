import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import type { IssueAssignment } from '../../api/schemas';

const PAGE = 50;

/** Letters of assignment of the reader's territory, and the reader's own. */
export const assignmentsQuery = infiniteQueryOptions({
  queryKey: ['assignment-letters'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam: cursor }) =>
    answer(
      api.GET('/api/v1/assignment-letters', {
        params: { query: { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  getNextPageParam: ({ next }) => next ?? undefined,
});

export const choicesQuery = (periodId: string) =>
  queryOptions({
    queryKey: ['assignment-letters', 'choices', periodId],
    queryFn: () => answer(api.GET('/api/v1/assignment-letters/choices', { params: { query: { periodId } } })),
  });

export const issueAssignment = (body: IssueAssignment, key: string) =>
  answer(api.POST('/api/v1/assignment-letters', { params: { header: { 'Idempotency-Key': key } }, body }));

export const withdrawAssignment = (letterId: string) => (body: { reason: string }, key: string) =>
  answer(
    api.POST('/api/v1/assignment-letters/{letterId}/withdraw', {
      params: { path: { letterId }, header: { 'Idempotency-Key': key } },
      body,
    }),
  );

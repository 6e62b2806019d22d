import { infiniteQueryOptions, queryOptions, useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { Me, Task, TaskKind } from '../api/schemas';
import type { TaskView } from '../app/search';
import { may } from '../auth/session';

export interface InboxFilter {
  readonly view: TaskView;
  readonly kind?: string | undefined;
  readonly periodId?: string | undefined;
}

const LIVELY_MS = 5_000;
const PAGE = 50;

/** The filter as the API takes it. */
export const queryOf = ({ view, kind, periodId }: InboxFilter) => ({
  view,
  ...(kind === undefined ? {} : { kind: kind as TaskKind }),
  ...(periodId === undefined ? {} : { periodId }),
});

export const inboxQuery = (filter: InboxFilter) =>
  infiniteQueryOptions({
    queryKey: ['tasks', 'page', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/tasks', {
          params: {
            query: { ...queryOf(filter), limit: PAGE, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: LIVELY_MS,
  });

export const countsQuery = queryOptions({
  queryKey: ['tasks', 'counts'],
  queryFn: () => answer(api.GET('/api/v1/tasks/counts')),
  refetchInterval: LIVELY_MS,
});

export const taskQuery = (taskId: string) =>
  queryOptions({
    queryKey: ['tasks', 'detail', taskId],
    queryFn: () => answer(api.GET('/api/v1/tasks/{taskId}', { params: { path: { taskId } } })),
    refetchInterval: 15_000,
  });

/** What changed in the paper since this officer last saw it; of one version it stays the same. */
export const changesQuery = ({ id, artefactHash }: Task) =>
  queryOptions({
    queryKey: ['tasks', 'changes', id, artefactHash],
    queryFn: () => answer(api.GET('/api/v1/tasks/{taskId}/changes', { params: { path: { taskId: id } } })),
    staleTime: Infinity,
  });

/** Notes that the officer has this version of the paper before them. */
export const markSeen = (taskId: string, artefactHash: string): Promise<unknown> =>
  answer(api.PUT('/api/v1/tasks/{taskId}/seen', { params: { path: { taskId } }, body: { artefactHash } }));

/** Who could own a task; asked when somebody is about to hand it over. */
export const candidatesQuery = (taskId: string) =>
  queryOptions({
    queryKey: ['tasks', 'candidates', taskId],
    queryFn: () => answer(api.GET('/api/v1/tasks/{taskId}/candidates', { params: { path: { taskId } } })),
  });

/** Filters under a name: one's own, and those that colleagues share. */
export const keptFiltersQuery = queryOptions({
  queryKey: ['inbox-filters'],
  queryFn: () => answer(api.GET('/api/v1/inbox-filters')),
  staleTime: 60_000,
});

/** How many tasks wait for this person; undefined for those who have no inbox. */
export function useWaitingTotal(me: Me): number | undefined {
  const { data } = useQuery({ ...countsQuery, enabled: may(me, 'task:read') });
  return data?.total;
}

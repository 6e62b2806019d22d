import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import { postFile } from '../../api/post-file';
import type { NewFamilyChange } from '../../api/schemas';

const PAGE = 50;
const header = (key: string) => ({ 'Idempotency-Key': key });

export const changesQuery = (code: string) =>
  queryOptions({
    queryKey: ['family', code, 'changes'],
    queryFn: () => answer(api.GET('/api/v1/families/{code}/changes', { params: { path: { code } } })),
  });

/** What waits for a decision in the reader's territory. */
export const waitingQuery = infiniteQueryOptions({
  queryKey: ['family-changes'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam: cursor }) =>
    answer(
      api.GET('/api/v1/family-changes', {
        params: { query: { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  getNextPageParam: ({ next }) => next ?? undefined,
});

/** The paper goes first; the same paper again finds the first. */
export const proposeChange =
  (code: string) =>
  async ({ paper, ...change }: Omit<NewFamilyChange, 'paperId'> & { readonly paper: File }, key: string) => {
    const { paperId } = await postFile<{ paperId: string }>(`/api/v1/families/${code}/papers`, paper);
    return answer(
      api.POST('/api/v1/families/{code}/changes', {
        params: { path: { code }, header: header(key) },
        body: { ...change, paperId },
      }),
    );
  };

const at = (changeId: string, key: string) => ({ path: { changeId }, header: header(key) });

export const openChange = (changeId: string) => (purpose: string) =>
  answer(api.POST('/api/v1/family-changes/{changeId}/open', { params: { path: { changeId } }, body: { purpose } }));

export const confirmChange = (changeId: string) => (body: { contentHash: string }, key: string) =>
  answer(api.POST('/api/v1/family-changes/{changeId}/confirm', { params: at(changeId, key), body }));

export const refuseChange = (changeId: string) => (body: { reason: string }, key: string) =>
  answer(api.POST('/api/v1/family-changes/{changeId}/refuse', { params: at(changeId, key), body }));

export const withdrawChange = (changeId: string) => (_nothing: null, key: string) =>
  answer(api.POST('/api/v1/family-changes/{changeId}/withdraw', { params: at(changeId, key) }));

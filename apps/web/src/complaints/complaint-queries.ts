import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { AppealDecision, ComplaintAnswer, ComplaintRow, ComplaintWait, NewComplaint } from '../api/schemas';

const PAGE = 50;
const header = (key: string) => ({ 'Idempotency-Key': key });

export interface ComplaintFilter {
  readonly view: 'open' | 'closed';
  readonly kind?: ComplaintRow['kind'] | undefined;
  /** A number or a part of it, or of a place's name. */
  readonly text?: string | undefined;
}

export const complaintsQuery = ({ view, kind, text }: ComplaintFilter) =>
  infiniteQueryOptions({
    queryKey: ['complaints', view, kind, text],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      answer(
        api.GET('/api/v1/complaints', {
          params: {
            query: {
              ...{ limit: PAGE, view },
              ...(kind === undefined ? {} : { kind }),
              ...(text === undefined ? {} : { text }),
              ...(cursor === undefined ? {} : { cursor }),
            },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const complaintQuery = (complaintId: string) =>
  queryOptions({
    queryKey: ['complaint', complaintId],
    queryFn: () => answer(api.GET('/api/v1/complaints/{complaintId}', { params: { path: { complaintId } } })),
  });

export const takeComplaintIn = (body: NewComplaint, key: string) =>
  answer(api.POST('/api/v1/complaints', { params: { header: header(key) }, body }));

export const openComplainant = (complaintId: string) => (purpose: string) =>
  answer(api.POST('/api/v1/complaints/{complaintId}/open', { params: { path: { complaintId } }, body: { purpose } }));

/** One act on a complaint, with what it needs. */
export type ComplaintAct =
  | { readonly act: 'take' | 'resume' | 'approve' }
  | { readonly act: 'wait'; readonly body: ComplaintWait }
  | { readonly act: 'answer'; readonly body: ComplaintAnswer }
  | { readonly act: 'return'; readonly body: { note: string } }
  | { readonly act: 'merge'; readonly body: { into: string } }
  | { readonly act: 'decide'; readonly body: AppealDecision };

export const actOnComplaint =
  (complaintId: string) =>
  (input: ComplaintAct, key: string): Promise<unknown> => {
    const params = { path: { complaintId }, header: header(key) };
    switch (input.act) {
      case 'take':
        return answer(api.POST('/api/v1/complaints/{complaintId}/take', { params }));
      case 'resume':
        return answer(api.POST('/api/v1/complaints/{complaintId}/resume', { params }));
      case 'approve':
        return answer(api.POST('/api/v1/complaints/{complaintId}/approve', { params }));
      case 'wait':
        return answer(api.POST('/api/v1/complaints/{complaintId}/wait', { params, body: input.body }));
      case 'answer':
        return answer(api.POST('/api/v1/complaints/{complaintId}/answer', { params, body: input.body }));
      case 'return':
        return answer(api.POST('/api/v1/complaints/{complaintId}/return', { params, body: input.body }));
      case 'merge':
        return answer(api.POST('/api/v1/complaints/{complaintId}/merge', { params, body: input.body }));
      case 'decide':
        return answer(api.POST('/api/v1/complaints/{complaintId}/decide', { params, body: input.body }));
    }
  };

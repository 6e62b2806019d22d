import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { known } from '../api/known';
import type {
  OutreachAttendance,
  OutreachCampaignPlan,
  OutreachInvite,
  OutreachSessionHeld,
  OutreachSessionPlan,
  OutreachSessionReplan,
  OutreachSessionRow,
} from '../api/schemas';

const PAGE = 50;
const header = (key: string) => ({ 'Idempotency-Key': key });

export const NEED_SORTS = ['need', 'not_transacted', 'mendable', 'families', 'place'] as const;
export interface NeedFilter {
  readonly periodId: string;
  readonly cityCode?: string | undefined;
  readonly text?: string | undefined;
  readonly sort?: (typeof NEED_SORTS)[number] | undefined;
}
export interface CampaignFilter {
  readonly state?: 'open' | 'closed' | undefined;
  readonly text?: string | undefined;
}
export const SESSION_STATES = ['planned', 'late', 'held', 'cancelled'] as const;
export interface SessionFilter {
  readonly campaignId?: string | undefined;
  readonly state?: OutreachSessionRow['state'] | 'late' | undefined;
  readonly text?: string | undefined;
  readonly sort?: 'newest' | 'oldest' | undefined;
}
export const ATTENDANCE_VIEWS = ['unnoted', 'present', 'represented', 'absent'] as const;
export interface FamilyFilter {
  readonly view?: (typeof ATTENDANCE_VIEWS)[number] | undefined;
  readonly text?: string | undefined;
}

export const needQuery = (filter: NeedFilter) =>
  infiniteQueryOptions({
    queryKey: ['outreach', 'need', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      answer(
        api.GET('/api/v1/outreach/need', {
          params: { query: { limit: PAGE, ...known(filter), ...known({ cursor }), periodId: filter.periodId } },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const campaignsQuery = (filter: CampaignFilter) =>
  infiniteQueryOptions({
    queryKey: ['outreach', 'campaigns', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      answer(api.GET('/api/v1/outreach/campaigns', { params: { query: known({ limit: PAGE, ...filter, cursor }) } })),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const campaignQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['outreach', 'campaign', campaignId],
    queryFn: () => answer(api.GET('/api/v1/outreach/campaigns/{campaignId}', { params: { path: { campaignId } } })),
  });

export const sessionsQuery = (filter: SessionFilter) =>
  infiniteQueryOptions({
    queryKey: ['outreach', 'sessions', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      answer(api.GET('/api/v1/outreach/sessions', { params: { query: known({ limit: PAGE, ...filter, cursor }) } })),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const sessionQuery = (sessionId: string) =>
  queryOptions({
    queryKey: ['outreach', 'session', sessionId],
    queryFn: () => answer(api.GET('/api/v1/outreach/sessions/{sessionId}', { params: { path: { sessionId } } })),
  });

export const outreachFamiliesQuery = (sessionId: string, filter: FamilyFilter) =>
  infiniteQueryOptions({
    queryKey: ['outreach', 'session', sessionId, 'families', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      answer(
        api.GET('/api/v1/outreach/sessions/{sessionId}/families', {
          params: { path: { sessionId }, query: known({ limit: PAGE, ...filter, cursor }) },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export interface EffectFilter {
  readonly beforeId: string;
  readonly afterId: string;
  readonly cityCode?: string | undefined;
}
export const effectQuery = ({ beforeId, afterId, cityCode }: EffectFilter) =>
  queryOptions({
    queryKey: ['outreach', 'effect', beforeId, afterId, cityCode],
    queryFn: () =>
      answer(api.GET('/api/v1/outreach/effect', { params: { query: { beforeId, afterId, ...known({ cityCode }) } } })),
  });

export const planCampaign = (body: OutreachCampaignPlan, key: string) =>
  answer(api.POST('/api/v1/outreach/campaigns', { params: { header: header(key) }, body }));

export const closeCampaign = (campaignId: string, key: string) =>
  answer(
    api.POST('/api/v1/outreach/campaigns/{campaignId}/close', {
      params: { path: { campaignId }, header: header(key) },
    }),
  );

export const planSession = (campaignId: string) => (body: OutreachSessionPlan, key: string) =>
  answer(
    api.POST('/api/v1/outreach/campaigns/{campaignId}/sessions', {
      params: { path: { campaignId }, header: header(key) },
      body,
    }),
  );

const of = (sessionId: string, key: string) => ({ params: { path: { sessionId }, header: header(key) } });

export const replanSession = (sessionId: string) => (body: OutreachSessionReplan, key: string) =>
  answer(api.PUT('/api/v1/outreach/sessions/{sessionId}', { ...of(sessionId, key), body }));

export const cancelSession = (sessionId: string) => (body: { readonly reason: string }, key: string) =>
  answer(api.POST('/api/v1/outreach/sessions/{sessionId}/cancel', { ...of(sessionId, key), body }));

export const holdSession = (sessionId: string) => (body: OutreachSessionHeld, key: string) =>
  answer(api.POST('/api/v1/outreach/sessions/{sessionId}/hold', { ...of(sessionId, key), body }));

export const inviteFamilies = (sessionId: string) => (body: OutreachInvite, key: string) =>
  answer(api.POST('/api/v1/outreach/sessions/{sessionId}/invitations', { ...of(sessionId, key), body }));

export const markAttendance = (sessionId: string) => (body: OutreachAttendance, key: string) =>
  answer(api.POST('/api/v1/outreach/sessions/{sessionId}/attendance', { ...of(sessionId, key), body }));

export const addFamily =
  (sessionId: string) =>
  (body: { readonly kpmCode: string; readonly attendance: 'present' | 'represented' }, key: string) =>
    answer(api.POST('/api/v1/outreach/sessions/{sessionId}/families', { ...of(sessionId, key), body }));

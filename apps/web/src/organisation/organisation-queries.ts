import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { NewAccountReset, NewAppointment, NewLeave, NewOfficer, Role } from '../api/schemas';

const PAGE = 50;
/** Offices offered while somebody types a name. */
const OFFERED = 20;

interface OfficerFilter {
  search?: string;
  role?: Role;
  officeId?: string;
  state?: OfficerState;
}

type OfficerState = 'active' | 'leave' | 'waiting' | 'former' | 'disabled';
type OfficeKind = 'ministry' | 'bank' | 'post' | 'province' | 'city' | 'kecamatan' | 'kelurahan';

export const officesQuery = (filter: { search?: string; kind?: OfficeKind }) =>
  infiniteQueryOptions({
    queryKey: ['organisation', 'offices', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/organisation/offices', {
          params: { query: { limit: PAGE, ...filter, ...(pageParam === undefined ? {} : { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** The first offices whose name holds what was typed. */
export const officeChoiceQuery = (search: string) =>
  queryOptions({
    queryKey: ['organisation', 'office-choice', search],
    queryFn: () =>
      answer(
        api.GET('/api/v1/organisation/offices', {
          params: { query: { limit: OFFERED, ...(search === '' ? {} : { search }) } },
        }),
      ),
  });

export const officersQuery = (filter: OfficerFilter) =>
  infiniteQueryOptions({
    queryKey: ['organisation', 'officers', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/organisation/officers', {
          params: { query: { limit: PAGE, ...filter, ...(pageParam === undefined ? {} : { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const officerQuery = (officerId: string) =>
  queryOptions({
    queryKey: ['organisation', 'officer', officerId],
    queryFn: () => answer(api.GET('/api/v1/organisation/officers/{officerId}', { params: { path: { officerId } } })),
  });

const header = (key: string) => ({ 'Idempotency-Key': key });

export const addOfficer = (body: NewOfficer, key: string) =>
  answer(api.POST('/api/v1/organisation/officers', { params: { header: header(key) }, body }));

export const appoint = (officerId: string) => (body: NewAppointment, key: string) =>
  answer(
    api.POST('/api/v1/organisation/officers/{officerId}/appointments', {
      params: { path: { officerId }, header: header(key) },
      body,
    }),
  );

export const endAppointment = (appointmentId: string) => (body: { lastDay?: string; reason: string }, key: string) =>
  answer(
    api.POST('/api/v1/organisation/appointments/{appointmentId}/end', {
      params: { path: { appointmentId }, header: header(key) },
      body,
    }),
  );

export const extendActing = (appointmentId: string) => (body: { validTo: string; letterNumber: string }, key: string) =>
  answer(
    api.POST('/api/v1/organisation/appointments/{appointmentId}/extend', {
      params: { path: { appointmentId }, header: header(key) },
      body,
    }),
  );

export const addLeave = (officerId: string) => (body: NewLeave, key: string) =>
  answer(
    api.POST('/api/v1/organisation/officers/{officerId}/leaves', {
      params: { path: { officerId }, header: header(key) },
      body,
    }),
  );

export const cancelLeave = (leaveId: string, key: string) =>
  answer(
    api.POST('/api/v1/organisation/leaves/{leaveId}/cancel', { params: { path: { leaveId }, header: header(key) } }),
  );

export const setDisabled =
  (officerId: string, change: 'disable' | 'enable') => (body: { reason: string }, key: string) =>
    answer(
      api.POST(`/api/v1/organisation/officers/{officerId}/${change}`, {
        params: { path: { officerId }, header: header(key) },
        body,
      }),
    );

export const issueCode = (officerId: string) =>
  answer(api.POST('/api/v1/organisation/officers/{officerId}/activation-code', { params: { path: { officerId } } }));

export const confirmPost = (appointmentId: string) => (_once: null, key: string) =>
  answer(
    api.POST('/api/v1/organisation/appointments/{appointmentId}/confirm', {
      params: { path: { appointmentId }, header: header(key) },
    }),
  );

export const refusePost = (appointmentId: string) => (body: { reason: string }, key: string) =>
  answer(
    api.POST('/api/v1/organisation/appointments/{appointmentId}/refuse', {
      params: { path: { appointmentId }, header: header(key) },
      body,
    }),
  );

export const fetchLetter = (officerId: string): Promise<Blob> =>
  answer(
    api.POST('/api/v1/organisation/officers/{officerId}/activation-letter', {
      params: { path: { officerId } },
      parseAs: 'blob',
    }) as Promise<{ data?: Blob; error?: unknown; response: Response }>,
  );

export const askReset = (officerId: string) => (body: NewAccountReset, key: string) =>
  answer(
    api.POST('/api/v1/organisation/officers/{officerId}/resets', {
      params: { path: { officerId }, header: header(key) },
      body,
    }),
  );

export const settleReset = (resetId: string, how: 'confirm' | 'withdraw') => (_once: null, key: string) =>
  answer(
    api.POST(`/api/v1/organisation/resets/{resetId}/${how}`, { params: { path: { resetId }, header: header(key) } }),
  );

export const refuseReset = (resetId: string) => (body: { reason: string }, key: string) =>
  answer(
    api.POST('/api/v1/organisation/resets/{resetId}/refuse', {
      params: { path: { resetId }, header: header(key) },
      body,
    }),
  );

export const fetchResetLetter = (resetId: string): Promise<Blob> =>
  answer(
    api.POST('/api/v1/organisation/resets/{resetId}/letter', {
      params: { path: { resetId } },
      parseAs: 'blob',
    }) as Promise<{ data?: Blob; error?: unknown; response: Response }>,
  );

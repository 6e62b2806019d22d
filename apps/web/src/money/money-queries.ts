import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { paths } from '../api/generated';
import type { Break, OrderOnBoard } from '../api/schemas';
import { known } from '../api/known';

const PAGE = 100;

export const decreeQuery = (decreeId: string) =>
  queryOptions({
    queryKey: ['decree', decreeId],
    queryFn: () => answer(api.GET('/api/v1/decrees/{decreeId}', { params: { path: { decreeId } } })),
  });

export const orderQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['order', orderId],
    queryFn: () => answer(api.GET('/api/v1/orders/{orderId}', { params: { path: { orderId } } })),
  });

export const returnQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['order', orderId, 'return'],
    queryFn: () => answer(api.GET('/api/v1/orders/{orderId}/return', { params: { path: { orderId } } })),
  });

export interface StatementFilter {
  readonly periodId: string;
  readonly cityCode: string;
  readonly level: 'kecamatan' | 'kelurahan';
  readonly within: string | undefined;
}

export const statementQuery = ({ periodId, cityCode, level, within }: StatementFilter) =>
  queryOptions({
    queryKey: ['period', periodId, 'statement', cityCode, level, within],
    queryFn: () =>
      answer(
        api.GET('/api/v1/periods/{periodId}/cities/{cityCode}/conservation', {
          params: { path: { periodId, cityCode }, query: { level, ...(within === undefined ? {} : { within }) } },
        }),
      ),
  });

/** The nation by province, or a province by city. */
export const wideStatementQuery = (periodId: string, within: string) =>
  queryOptions({
    queryKey: ['period', periodId, 'statement', within],
    queryFn: () =>
      answer(
        api.GET('/api/v1/periods/{periodId}/conservation', {
          params: { path: { periodId }, query: { within, level: within === 'ID' ? 'province' : 'city' } },
        }),
      ),
  });

type OrderQuestion = NonNullable<paths['/api/v1/periods/{periodId}/orders']['get']['parameters']['query']>;

export interface OrderFilter {
  readonly text?: string | undefined;
  readonly states?: OrderOnBoard['state'] | undefined;
  readonly sort?: OrderQuestion['sort'] | undefined;
}

export const ordersQuery = (periodId: string, filter: OrderFilter) =>
  infiniteQueryOptions({
    queryKey: ['period', periodId, 'orders', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/periods/{periodId}/orders', {
          params: { path: { periodId }, query: { limit: PAGE, ...known({ ...filter, cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

type BreakQuestion = NonNullable<paths['/api/v1/periods/{periodId}/breaks']['get']['parameters']['query']>;

export interface BreakFilter {
  readonly text?: string | undefined;
  readonly state?: Break['state'] | undefined;
  readonly type?: Break['type'] | undefined;
  readonly territoryCode?: string | undefined;
  /** The content of a bank's file that opened them, or that settled them. */
  readonly openedBy?: string | undefined;
  readonly settledBy?: string | undefined;
  /** The name of who pays; `-` for the bank of the rules. */
  readonly payer?: string | undefined;
  readonly channel?: 'card' | 'post' | undefined;
  readonly sort?: BreakQuestion['sort'] | undefined;
}

export const breaksQuery = (periodId: string, filter: BreakFilter) =>
  infiniteQueryOptions({
    queryKey: ['period', periodId, 'breaks', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/periods/{periodId}/breaks', {
          params: {
            path: { periodId },
            query: {
              limit: PAGE,
              ...known({ ...filter, cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

const MOST = 500;

/** The open breaks of an order, as its task settles them; the number of them is what one screen can decide. */
export const openBreaksQuery = (periodId: string, orderId: string) =>
  queryOptions({
    queryKey: ['period', periodId, 'breaks', 'of', orderId],
    queryFn: () =>
      answer(
        api.GET('/api/v1/periods/{periodId}/breaks', {
          params: { path: { periodId }, query: { limit: MOST, orderId, state: 'open' } },
        }),
      ),
  });

/** Failed payments of an order that are to be repaired. */
export const failedPaymentsQuery = (orderId: string) =>
  infiniteQueryOptions({
    queryKey: ['order', orderId, 'failed-payments'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/orders/{orderId}/failed-payments', {
          params: {
            path: { orderId },
            query: { limit: PAGE, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export interface EntitlementFilter {
  readonly territoryCode?: string | undefined;
  /** Comma-separated. */
  readonly states?: string | undefined;
  readonly reason?: string | undefined;
  readonly payer?: string | undefined;
  readonly channel?: 'card' | 'post' | undefined;
  readonly isIdle?: 'true' | undefined;
  readonly orderId?: string | undefined;
}

export const entitlementsQuery = (periodId: string, filter: EntitlementFilter) =>
  infiniteQueryOptions({
    queryKey: ['period', periodId, 'entitlements', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/periods/{periodId}/entitlements', {
          params: {
            path: { periodId },
            query: {
              limit: PAGE,
              ...known({ ...filter, cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

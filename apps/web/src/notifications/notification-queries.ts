import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { NewNotificationSetting } from '../api/schemas';

const PAGE = 50;
/** The stream tells of most changes; this catches what was read elsewhere. */
const NOW_AND_THEN_MS = 60_000;

export const unreadQuery = queryOptions({
  queryKey: ['notifications', 'count'],
  queryFn: () => answer(api.GET('/api/v1/notifications/count')),
  refetchInterval: NOW_AND_THEN_MS,
});

export const notificationsQuery = (onlyUnread: boolean) =>
  infiniteQueryOptions({
    queryKey: ['notifications', 'page', onlyUnread],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/notifications', {
          params: {
            query: {
              limit: PAGE,
              ...(onlyUnread ? { unread: 'true' as const } : {}),
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const settingQuery = queryOptions({
  queryKey: ['notification-setting'],
  queryFn: () => answer(api.GET('/api/v1/notifications/settings')),
});

const keyed = (key: string) => ({ params: { header: { 'Idempotency-Key': key } } });

export const markRead = (body: { ids: string[] } | { upTo: string }, key: string) =>
  answer(api.POST('/api/v1/notifications/read', { ...keyed(key), body }));

export const saveSetting = (body: NewNotificationSetting, key: string) =>
  answer(api.PUT('/api/v1/notifications/settings', { ...keyed(key), body }));

export const sendCode = (_again: number, key: string) =>
  answer(api.POST('/api/v1/notifications/settings/code', keyed(key)));

export const confirmAddress = (code: string, key: string) =>
  answer(api.POST('/api/v1/notifications/settings/confirm', { ...keyed(key), body: { code } }));

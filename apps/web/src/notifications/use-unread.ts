import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useWords } from '../shared/language/use-words';
import { announce } from '../shared/states/live-region';
import { unreadQuery } from './notification-queries';

const QUIET_MS = 5_000;

/** How many notifications are unread, kept up by the stream; a rise is said to screen readers, at most every few seconds. */
export function useUnread(): number {
  const { t } = useWords();
  useLiveNotifications();
  const { data } = useQuery(unreadQuery);
  const known = useRef<number | undefined>(undefined);
  const saidAt = useRef(0);
  useEffect(() => {
    if (data === undefined) return;
    const isMore = known.current !== undefined && data.unread > known.current;
    known.current = data.unread;
    if (!isMore || Date.now() - saidAt.current < QUIET_MS) return;
    saidAt.current = Date.now();
    announce(t('bell.new', { count: data.unread }));
  }, [data, t]);
  return data?.unread ?? 0;
}

/**
 * Looks again whenever the stream says so. Only while the page is looked at: a browser has six connections to a server for
 * all its tabs, and a stream holds one.
 */
function useLiveNotifications(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    let stream: EventSource | undefined;
    const lookAgain = (): void => {
      void queryClient.invalidateQueries({ queryKey: ['notifications'] });
    };
    const follow = (): void => {
      stream?.close();
      stream = undefined;
      if (document.hidden) return;
      stream = new EventSource('/api/v1/notifications/events');
      stream.addEventListener('moved', lookAgain);
      stream.onopen = lookAgain;
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      stream?.close();
    };
  }, [queryClient]);
}

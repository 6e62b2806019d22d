import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCommand } from '../api/use-command';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { Empty } from '../shared/states/empty';
import { announce } from '../shared/states/live-region';
import { ProblemNotice } from '../shared/states/problem-notice';
import { WaitingRows } from '../shared/states/waiting-rows';
import { LoadMore } from '../shared/table/load-more';
import { markRead, notificationsQuery, unreadQuery } from './notification-queries';
import { NotificationsTable } from './notifications-table';

const route = getRouteApi('/shell/notifications');

/** What this person was told, newest first. */
export function NotificationsPage(): ReactNode {
  const { t } = useWords();
  const onlyUnread = route.useSearch().view === 'unread';
  const query = useInfiniteQuery(notificationsQuery(onlyUnread));
  const rows = query.data?.pages.flatMap((page) => page.rows);
  return (
    <div className="stack">
      <PageHeading
        title={t('bell.title')}
        aside={
          <Link to="/settings" className="text-link">
            {t('notifications:list.settings')}
          </Link>
        }
      />
      <Views onlyUnread={onlyUnread} />
      {query.error !== null && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {rows === undefined && query.error === null && <WaitingRows />}
      {rows?.length === 0 && (
        <Empty>{t(onlyUnread ? 'notifications:list.noneUnread' : 'notifications:list.empty')}</Empty>
      )}
      {rows !== undefined && rows.length > 0 && (
        <>
          <MarkAll newestId={rows[0]?.id ?? '0'} />
          <NotificationsTable rows={rows} />
          <LoadMore query={query} shown={rows.length} />
        </>
      )}
    </div>
  );
}

function Views({ onlyUnread }: { readonly onlyUnread: boolean }): ReactNode {
  const { t, format } = useWords();
  const { data } = useQuery(unreadQuery);
  const views = [
    { isHere: !onlyUnread, search: {}, word: t('notifications:list.all') },
    {
      isHere: onlyUnread,
      search: { view: 'unread' as const },
      word: `${t('notifications:list.onlyUnread')} ${data === undefined ? '' : format.count(data.unread)}`,
    },
  ];
  return (
    <nav aria-label={t('notifications:list.views')}>
      <ul className="view-tabs">
        {views.map(({ isHere, search, word }) => (
          <li key={word}>
            <Link to="/notifications" search={search} aria-current={isHere ? 'page' : undefined}>
              {word}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Marks everything that was there when the list was fetched; what came since stays new. */
function MarkAll({ newestId }: { readonly newestId: string }): ReactNode {
  const { t } = useWords();
  const { data } = useQuery(unreadQuery);
  const mark = useCommand(markRead);
  if (data === undefined || data.unread === 0) return null;
  return (
    <div className="row">
      <Button
        variant="default"
        h={44}
        aria-disabled={mark.isPending}
        onClick={() => {
          mark.mutate(
            { upTo: newestId },
            {
              onSuccess: () => {
                announce(t('notifications:list.marked'));
              },
            },
          );
        }}
      >
        {t('notifications:list.markAll')}
      </Button>
      {mark.error !== null && <ProblemNotice error={mark.error} />}
    </div>
  );
}

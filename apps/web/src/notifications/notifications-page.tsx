import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCommand } from '../api/use-command';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { AnsweredList } from '../shared/states/answered-list';
import { Empty } from '../shared/states/empty';
import { announce } from '../shared/states/live-region';
import { ProblemNotice } from '../shared/states/problem-notice';
import { markRead, notificationsQuery, unreadQuery } from './notification-queries';
import { NotificationsTable } from './notifications-table';

const route = getRouteApi('/shell/notifications');

/** What this person was told, newest first. */
export function NotificationsPage(): ReactNode {
  const { t } = useWords();
  const onlyUnread = route.useSearch().view === 'unread';
  const query = useInfiniteQuery(notificationsQuery(onlyUnread));
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
      <AnsweredList
        query={query}
        empty={<Empty>{t(onlyUnread ? 'notifications:list.noneUnread' : 'notifications:list.empty')}</Empty>}
      >
        {(rows) => (
          <>
            <MarkAll newestId={rows[0]?.id ?? '0'} />
            <NotificationsTable rows={rows} />
          </>
        )}
      </AnsweredList>
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

import { IconBell } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../shared/language/use-words';
import { useUnread } from './use-unread';

/** The way to what one was told, with how much of it is unread. */
export function Bell(): ReactNode {
  const { t, format } = useWords();
  const unread = useUnread();
  const title = t('bell.title');
  return (
    <Link
      to="/notifications"
      className="bell"
      aria-label={unread === 0 ? title : `${title}: ${t('bell.unread', { count: unread })}`}
    >
      <IconBell size={20} stroke={1.75} aria-hidden />
      <span className="desktop-only">{title}</span>
      {unread > 0 && <span className="bell-count">{format.count(unread)}</span>}
    </Link>
  );
}

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMe } from '../../auth/session';
import { useWords } from '../../shared/language/use-words';
import { useWaitingTotal } from '../../tasks/task-queries';
import type { Room } from './rooms';

export function RoomLink({ room, isCurrent }: { readonly room: Room; readonly isCurrent: boolean }): ReactNode {
  const { t } = useWords();
  const Icon = room.icon;
  return (
    <Link to={room.to} activeOptions={{ exact: true }} aria-current={isCurrent ? 'page' : undefined}>
      <Icon size={20} stroke={1.75} aria-hidden />
      <span>{t(`room.${room.word}`)}</span>
      {room.word === 'inbox' && <WaitingCount />}
    </Link>
  );
}

function WaitingCount(): ReactNode {
  const { t, format } = useWords();
  const waiting = useWaitingTotal(useMe());
  if (waiting === undefined || waiting === 0) return null;
  return (
    <span className="navigation-count">
      {format.count(waiting)}
      <span className="visually-hidden"> {t('inbox.waiting')}</span>
    </span>
  );
}

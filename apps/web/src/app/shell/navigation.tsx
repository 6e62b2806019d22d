import { useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMe } from '../../auth/session';
import { useWords } from '../../shared/language/use-words';
import { useIsPhone } from '../../shared/look/use-is-phone';
import { MoreRooms } from './more-rooms';
import { RoomLink } from './room-link';
import { roomsOf } from './rooms';

const ON_A_PHONE = 4;

/** The rooms of this person: beside the page on a desktop, a bar of at most four at the bottom on a phone. */
export function Navigation(): ReactNode {
  const { t } = useWords();
  const rooms = roomsOf(useMe());
  const { pathname } = useLocation();
  const isPhone = useIsPhone();
  const often = rooms.filter(({ isMore }) => isMore !== true);
  const shown = isPhone && rooms.length > ON_A_PHONE ? often.slice(0, ON_A_PHONE - 1) : often;
  const more = rooms.filter((room) => !shown.includes(room));
  return (
    <nav className="navigation" aria-label={t('shell.navigation')}>
      <ul>
        {shown.map((room) => (
          <li key={room.to}>
            <RoomLink room={room} isCurrent={room.holds.test(pathname)} />
          </li>
        ))}
        {more.length > 0 && (
          <li>
            <MoreRooms rooms={more} pathname={pathname} />
          </li>
        )}
      </ul>
    </nav>
  );
}

import { IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import { Disclosure } from '../../shared/look/disclosure';
import type { Room } from './rooms';

interface Props {
  readonly rooms: readonly Room[];
  readonly pathname: string;
}

/** The rooms for which a phone's bar has no place. */
export function MoreRooms({ rooms, pathname }: Props): ReactNode {
  const { t } = useWords();
  const face = (
    <>
      <IconDots size={20} stroke={1.75} aria-hidden />
      <span>{t('room.more')}</span>
    </>
  );
  return (
    <Disclosure className="more-rooms" face={face} isHere={rooms.some(({ holds }) => holds.test(pathname))}>
      {(close) =>
        rooms.map(({ to, word, icon: Icon }) => (
          <Link key={to} to={to} onClick={close}>
            <Icon size={20} stroke={1.75} aria-hidden />
            {t(`room.${word}`)}
          </Link>
        ))
      }
    </Disclosure>
  );
}

import { Menu, UnstyledButton } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import type { Room } from './rooms';

interface Props {
  readonly rooms: readonly Room[];
  readonly pathname: string;
}

export function MoreRooms({ rooms, pathname }: Props): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const isHere = rooms.some(({ holds }) => holds.test(pathname));
  return (
    <Menu position="top-end" width={220}>
      <Menu.Target>
        <UnstyledButton className="more-rooms" data-here={isHere || undefined}>
          <IconDots size={20} stroke={1.75} aria-hidden />
          <span>{t('room.more')}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {rooms.map(({ to, word, icon: Icon }) => (
          <Menu.Item
            key={to}
            mih={44}
            leftSection={<Icon size={20} stroke={1.75} />}
            onClick={() => void navigate({ to })}
          >
            {t(`room.${word}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

import { Button, Menu } from '@mantine/core';
import { IconLogout, IconUser } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { answer, api } from '../../api/client';
import { useMe } from '../../auth/session';
import { useWords } from '../../shared/language/use-words';

/** Who acts, for which offices, and the way out. */
export function UserMenu(): ReactNode {
  const { t } = useWords();
  const me = useMe();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const leave = async (): Promise<void> => {
    await answer(api.POST('/api/v1/auth/sign-out'));
    await navigate({ to: '/sign-in' });
    queryClient.clear();
  };
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <Button
          variant="subtle"
          h={44}
          px="xs"
          leftSection={<IconUser size={20} stroke={1.75} />}
          aria-label={me.fullName}
        >
          <span className="desktop-only">{me.fullName}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label c="var(--amanah-text)">
          {me.fullName}
          {me.appointments.map(({ id, role, officeName }) => (
            <span key={id} className="office-held">
              {t(`common:role.${role}`)}, {officeName}
            </span>
          ))}
        </Menu.Label>
        <Menu.Item leftSection={<IconLogout size={20} stroke={1.75} />} onClick={() => void leave()}>
          {t('shell.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

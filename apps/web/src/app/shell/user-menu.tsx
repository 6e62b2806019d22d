import { UnstyledButton } from '@mantine/core';
import { IconKey, IconLogout, IconSettings, IconUser } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { answer, api } from '../../api/client';
import { useMe } from '../../auth/session';
import { useWords } from '../../shared/language/use-words';
import { Disclosure } from '../../shared/look/disclosure';

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
  const face = (
    <>
      <IconUser size={20} stroke={1.75} aria-hidden />
      <span className="desktop-only">{me.fullName}</span>
    </>
  );
  return (
    <Disclosure className="user-face" label={me.fullName} face={face}>
      {(close) => (
        <>
          <div className="user-offices">
            <strong>{me.fullName}</strong>
            {me.appointments.map(({ id, role, officeName }) => (
              <span key={id} className="line">
                {t(`common:role.${role}`)}, {officeName}
              </span>
            ))}
          </div>
          <Link to="/settings" onClick={close}>
            <IconSettings size={20} stroke={1.75} aria-hidden />
            {t('shell.settings')}
          </Link>
          <Link to="/account" onClick={close}>
            <IconKey size={20} stroke={1.75} aria-hidden />
            {t('shell.account')}
          </Link>
          <UnstyledButton onClick={() => void leave()}>
            <IconLogout size={20} stroke={1.75} aria-hidden />
            {t('shell.signOut')}
          </UnstyledButton>
        </>
      )}
    </Disclosure>
  );
}

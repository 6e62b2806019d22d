import { ActionIcon } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Bell } from '../../notifications/bell';
import { useWords } from '../../shared/language/use-words';
import { LanguageSwitch } from './language-switch';
import { SchemeSwitch } from './scheme-switch';
import { UserMenu } from './user-menu';

export function Header({ onKeyHelp }: { readonly onKeyHelp: () => void }): ReactNode {
  const { t } = useWords();
  return (
    <header className="shell-header">
      <Link to="/" className="brand">
        Amanah
      </Link>
      <div className="row shell-tools">
        <LanguageSwitch />
        <SchemeSwitch />
        <ActionIcon
          className="desktop-only"
          variant="subtle"
          size={44}
          aria-label={t('keys.title')}
          onClick={onKeyHelp}
        >
          <IconKeyboard size={20} stroke={1.75} />
        </ActionIcon>
        <Bell />
        <UserMenu />
      </div>
    </header>
  );
}

import { Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { LanguageSwitch } from './language-switch';
import '../../auth/sign-in.css';

export interface PublicLink {
  readonly to: '/pengaduan' | '/pengaduan/status' | '/cek';
  readonly name: string;
}

interface Props {
  readonly title: string;
  readonly links: readonly PublicLink[];
  readonly children: ReactNode;
}

/** A page for citizens: no session, both languages, and the way to the other pages for them. */
export function PublicFrame({ title, links, children }: Props): ReactNode {
  return (
    <main className="sign-in">
      <title>{`${title} · Amanah`}</title>
      <div className="row sign-in-tools">
        <LanguageSwitch />
      </div>
      <Title order={1}>{title}</Title>
      {children}
      <nav className="stack">
        {links.map(({ to, name }) => (
          <Link key={to} to={to} className="text-link">
            {name}
          </Link>
        ))}
      </nav>
    </main>
  );
}

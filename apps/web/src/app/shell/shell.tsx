import { Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useMe } from '../../auth/session';
import { bringWords } from '../../shared/language/language';
import { useWords } from '../../shared/language/use-words';
import { useKeys } from '../../shared/keys/use-keys';
import { LiveRegion } from '../../shared/states/live-region';
import { Header } from './header';
import { Navigation } from './navigation';
import { SandboxBanner } from './sandbox-banner';

const StandInBanner = lazy(async () => {
  const [banner] = await Promise.all([import('../../delegation/stand-in-banner'), bringWords('delegation')]);
  return { default: banner.StandInBanner };
});
const KeyHelp = lazy(async () => ({ default: (await import('./key-help')).KeyHelp }));

/** The frame around every page behind the sign-in. */
export function Shell(): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const me = useMe();
  const [isHelpOpen, setHelpOpen] = useState(false);
  useKeys({
    'g i': () => void navigate({ to: '/inbox' }),
    'g p': () => void navigate({ to: '/periods' }),
    '?': () => {
      setHelpOpen(true);
    },
  });
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {t('shell.skip')}
      </a>
      <Header
        onKeyHelp={() => {
          setHelpOpen(true);
        }}
      />
      <SandboxBanner />
      <Navigation />
      <main id="content" className="page" tabIndex={-1}>
        <Suspense>{me.standsFor.length > 0 && <StandInBanner standsFor={me.standsFor} />}</Suspense>
        <Outlet />
      </main>
      <LiveRegion />
      <Suspense>
        {isHelpOpen && (
          <KeyHelp
            onClose={() => {
              setHelpOpen(false);
            }}
          />
        )}
      </Suspense>
    </div>
  );
}

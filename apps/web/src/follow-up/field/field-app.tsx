import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { useWords } from '../../shared/language/use-words';
import { CaseScreen } from './case-screen';
import { CasesScreen } from './cases-screen';
import { ConflictScreen } from './conflict-screen';
import { MeScreen } from './me-screen';
import { OutboxScreen } from './outbox-screen';
import { ChoosePin, Unlock } from './pin-screens';
import { SignIn } from './sign-in';
import { useHash, useIsOnline, usePhone } from './use-phone';
import { newVersion, subscribeVersions } from '../offline/versions';

const MINUTE_MS = 60_000;

/** The app of the field: what it shows follows from what lies on the phone, and never from a server. */
export function FieldApp(): ReactNode {
  const { state } = usePhone();
  if (state.stage === 'starting') return null;
  if (state.stage === 'fresh') return <ChoosePin />;
  if (state.stage === 'locked') return <Unlock />;
  return <Opened />;
}

function Opened(): ReactNode {
  const { store, sync, state } = usePhone();
  const hash = useHash();
  const isOnline = useIsOnline();
  // Sending never waits for a tap: with the signal, with the app, and each minute while something waits.
  useEffect(() => {
    if (isOnline) void sync.run();
    const timer = window.setInterval(() => {
      const isWaiting = store.snapshot().outbox.some((item) => item.state === 'waiting');
      if (navigator.onLine && isWaiting) void sync.run();
      else void store.wipeExpired();
    }, MINUTE_MS);
    return () => {
      window.clearInterval(timer);
    };
  }, [isOnline, store, sync]);
  return (
    <div className="app">
      <Banners isForm={hash.startsWith('/case/')} isOnline={isOnline} />
      <main>{state.needsSignIn ? <SignIn isAgain /> : <Screen hash={hash} />}</main>
      <Tabs hash={hash} />
    </div>
  );
}

function Screen({ hash }: { readonly hash: string }): ReactNode {
  const [, room, id] = hash.split('/');
  if (room === 'case' && id !== undefined) return <CaseScreen key={id} caseId={id} />;
  if (room === 'note' && id !== undefined) return <CaseScreen key={id} itemId={id} />;
  if (room === 'conflict' && id !== undefined) return <ConflictScreen itemId={id} />;
  if (room === 'outbox') return <OutboxScreen />;
  if (room === 'me') return <MeScreen />;
  return <CasesScreen />;
}

function Banners({ isForm, isOnline }: { readonly isForm: boolean; readonly isOnline: boolean }): ReactNode {
  const { t } = useWords();
  const take = useSyncExternalStore(subscribeVersions, newVersion);
  return (
    <>
      {!isOnline && (
        <p className="banner" role="status">
          {t('follow-up:field.offline')}
        </p>
      )}
      {take !== undefined && !isForm && (
        <p className="banner" role="status">
          {t('follow-up:field.update.ready')}{' '}
          <button type="button" className="link" onClick={take}>
            {t('follow-up:field.update.use')}
          </button>
        </p>
      )}
    </>
  );
}

const TABS = ['cases', 'outbox', 'me'] as const;

function Tabs({ hash }: { readonly hash: string }): ReactNode {
  const { t } = useWords();
  const { state } = usePhone();
  const unsent = state.outbox.filter((item) => item.state !== 'received').length;
  const here = TABS.find((tab) => hash.startsWith(`/${tab}`)) ?? (/^\/(note|conflict)/.test(hash) ? 'outbox' : 'cases');
  return (
    <nav className="tabs" aria-label={t('follow-up:field.tabs.name')}>
      {TABS.map((tab) => (
        <a key={tab} href={`#/${tab}`} aria-current={tab === here ? 'page' : undefined}>
          {t(`follow-up:field.tabs.${tab}`)}
          {tab === 'outbox' && unsent > 0 && <span className="badge">{unsent}</span>}
        </a>
      ))}
    </nav>
  );
}

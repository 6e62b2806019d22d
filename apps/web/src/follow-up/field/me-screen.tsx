import { type ReactNode, useEffect, useState } from 'react';
import { currentLanguage, speak } from '../../shared/language/language';
import { useWords } from '../../shared/language/use-words';
import { DownloadCases } from './download-cases';
import { giveBack, signOut } from '../offline/field-calls';
import { programmeDay } from '../offline/leased';
import { usePhone } from './use-phone';

/** The lease, the storage, and the way out. */
export function MeScreen(): ReactNode {
  const { t, format } = useWords();
  const { state } = usePhone();
  const { lease } = state;
  return (
    <div className="stack">
      <h1>{t('follow-up:field.me.title')}</h1>
      <section className="card">
        <strong>{t('follow-up:field.me.lease')}</strong>
        {lease === undefined ? (
          <span>{t('follow-up:field.me.none')}</span>
        ) : (
          <>
            <span>{t('follow-up:field.cases.count', { open: lease.cases.length })}</span>
            <span>{t('follow-up:field.me.until', { until: format.dateTime(lease.expiresAt) })}</span>
            <span className="small">
              {t('follow-up:field.me.clock')}: {format.longDate(programmeDay(lease))}
            </span>
          </>
        )}
        <DownloadCases isAgain={lease !== undefined} />
      </section>
      <Storage />
      <button
        type="button"
        className="button"
        onClick={() => {
          void speak(currentLanguage() === 'id' ? 'en' : 'id');
        }}
      >
        {t('follow-up:field.language')}
      </button>
      <button
        type="button"
        className="button"
        onClick={() => {
          window.location.reload();
        }}
      >
        {t('follow-up:field.me.lock')}
      </button>
      <a className="button" href="/">
        {t('follow-up:field.me.office')}
      </a>
      <SignOut />
    </div>
  );
}

const MEGABYTE = 1_000_000;
/** From here on the phone warns. */
const TIGHT = 0.8;

function Storage(): ReactNode {
  const { t, format } = useWords();
  const [space, setSpace] = useState<{ usage: number; quota: number }>();
  useEffect(() => {
    void navigator.storage.estimate().then(({ usage = 0, quota = 0 }) => {
      setSpace({ usage, quota });
    });
  }, []);
  if (space === undefined) return null;
  const { usage, quota } = space;
  return (
    <section className="card">
      <strong>{t('follow-up:field.me.storage')}</strong>
      <span>
        {t('follow-up:field.me.used', {
          used: format.decimal(usage / MEGABYTE),
          free: format.count(Math.floor((quota - usage) / MEGABYTE)),
        })}
      </span>
      {quota > 0 && usage / quota > TIGHT && <span role="alert">{t('follow-up:field.me.tight')}</span>}
    </section>
  );
}

/** Wipes the phone whether or not a server answers; what was not sent is said before. */
function SignOut(): ReactNode {
  const { t } = useWords();
  const { store, state } = usePhone();
  const [isOpen, setOpen] = useState(false);
  const unsent = state.outbox.filter((item) => item.state === 'waiting' || item.state === 'refused').length;
  const leave = async (): Promise<void> => {
    const { lease } = state;
    const { device } = store;
    if (lease !== undefined && device !== undefined) await giveBack(lease.id, device).catch(() => undefined);
    await signOut().catch(() => undefined);
    await store.wipeAll();
    window.location.hash = '#/cases';
  };
  return (
    <>
      <button
        type="button"
        className="button"
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        {t('follow-up:field.me.signOut')}
      </button>
      {isOpen && (
        <section className="card">
          {unsent > 0 && <span role="alert">{t('follow-up:field.me.lost', { count: unsent })}</span>}
          <span>{t('follow-up:field.me.signOutHint')}</span>
          <button
            type="button"
            className="danger"
            onClick={() => {
              void leave();
            }}
          >
            {unsent > 0 ? t('follow-up:field.me.signOutAnyway') : t('follow-up:field.me.signOut')}
          </button>
        </section>
      )}
    </>
  );
}

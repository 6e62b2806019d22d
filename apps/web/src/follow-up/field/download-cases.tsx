import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import { useIsOnline, usePhone } from './use-phone';

/** Cases come onto the phone by one tap, and only with a signal. */
export function DownloadCases({ isAgain = false }: { readonly isAgain?: boolean }): ReactNode {
  const { t } = useWords();
  const { sync, state } = usePhone();
  const isOnline = useIsOnline();
  return (
    <>
      <p className="small">{t('follow-up:field.cases.downloadHint')}</p>
      {state.problem !== undefined && (
        <p role="alert">{state.problem === '' ? t('follow-up:field.outbox.noSignal') : state.problem}</p>
      )}
      <button
        type="button"
        className="primary"
        aria-disabled={!isOnline || state.isBusy}
        aria-busy={state.isBusy}
        onClick={() => {
          if (state.isBusy) return;
          void navigator.storage.persist();
          void sync.download(deviceName());
        }}
      >
        {isAgain ? t('follow-up:field.me.renew') : t('follow-up:field.cases.download')}
      </button>
    </>
  );
}

/** What the city reads of the phone; browsers say no more than its kind. */
function deviceName(): string {
  const [kind] = /Android|iPhone|iPad|Windows|Macintosh|Linux/.exec(navigator.userAgent) ?? ['HP'];
  return `${kind}, ${window.screen.width} × ${window.screen.height}`;
}

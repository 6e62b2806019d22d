import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import type { Verdicts } from './use-verdicts';

const SHOWN = 5;

/** What this session did, newest first, each with its way back until the minutes are signed. */
export function SessionUndo({ verdicts }: { readonly verdicts: Verdicts }): ReactNode {
  const { t, format } = useWords();
  if (verdicts.undoable.length === 0) return null;
  return (
    <section className="panel" aria-label={t('families:verdicts.session')}>
      <p className="small-print">{t('families:verdicts.session')}</p>
      <ul className="session-undo">
        {verdicts.undoable.slice(0, SHOWN).map((entry) => (
          <li key={entry.id}>
            <span>
              {t('families:verdicts.did', {
                rows: format.count(entry.before.size),
                verdict: entry.mark.verdict === null ? t('verdict.none') : t(`verdict.${entry.mark.verdict}`),
                reason: entry.mark.reason === undefined ? '' : `: ${t(`reason.${entry.mark.reason}`)}`,
              })}
            </span>
            <Button
              variant="subtle"
              size="sm"
              onClick={() => {
                verdicts.undo(entry);
              }}
            >
              {t('families:verdicts.undo')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

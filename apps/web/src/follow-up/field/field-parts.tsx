import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import type { OutboxItem } from '../offline/field-types';
import { usePhone } from './use-phone';

/** A field with its label above. */
export function Field({ label, children }: { readonly label: ReactNode; readonly children: ReactNode }): ReactNode {
  return (
    <label className="field">
      <span>{label}</span>
      {children}
    </label>
  );
}

interface TopProps {
  readonly title: string;
  readonly back: string;
}

/** The head of a screen below another. */
export function Top({ title, back }: TopProps): ReactNode {
  const { t } = useWords();
  return (
    <header className="top">
      <a href={`#/${back}`} className="back" aria-label={t('follow-up:field.back')}>
        ‹
      </a>
      <h1>{title}</h1>
    </header>
  );
}

/** How an item stands, by word and sign. */
export function ItemState({ item }: { readonly item: OutboxItem }): ReactNode {
  const { t } = useWords();
  const { state } = usePhone();
  const is = state.sending.has(item.id) ? 'sending' : item.state;
  return (
    <span className={`tag ${is}`}>
      {SIGNS[is]} {t(`follow-up:field.outbox.is.${is}`)}
    </span>
  );
}

const SIGNS = { waiting: '◷', sending: '↑', received: '✓', refused: '!', conflict: '⇄' } as const;

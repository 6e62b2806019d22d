import type { ReactNode } from 'react';
import { useWords } from '../shared/language/use-words';
import type { BadQuotaLine } from './quota-text';

const SHOWN = 8;

/** Lines of a pasted table that were not understood, each with its text and what to do about it. */
export function BadQuotaLines({ lines }: { readonly lines: readonly BadQuotaLine[] }): ReactNode {
  const { t, format } = useWords();
  return (
    <>
      {lines.slice(0, SHOWN).map(({ line, text, fault }) => (
        <span key={line} style={{ display: 'block' }}>
          {t(`money:quota.bad.${fault}`, { line: format.count(line), text })}
        </span>
      ))}
      {lines.length > SHOWN && t('money:quota.bad.more', { lines: format.count(lines.length - SHOWN) })}
    </>
  );
}

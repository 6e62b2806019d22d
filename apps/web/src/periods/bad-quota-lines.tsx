import type { ReactNode } from 'react';
import { useWords } from '../shared/language/use-words';
import type { BadLine } from './quota-text';

const SHOWN = 8;

interface Props<Fault extends string> {
  readonly lines: readonly BadLine<Fault>[];
  /** What is wrong with a line and what to do about it; its number is in the reader's digits. */
  readonly say: (fault: Fault, line: { readonly line: string; readonly text: string }) => string;
}

/** Lines of a pasted table that were not understood, each with its text and what to do about it. */
export function BadQuotaLines<Fault extends string>({ lines, say }: Props<Fault>): ReactNode {
  const { t, format } = useWords();
  return (
    <>
      {lines.slice(0, SHOWN).map(({ line, text, fault }) => (
        <span key={line} style={{ display: 'block' }}>
          {say(fault, { line: format.count(line), text })}
        </span>
      ))}
      {lines.length > SHOWN && t('money:quota.bad.more', { lines: format.count(lines.length - SHOWN) })}
    </>
  );
}

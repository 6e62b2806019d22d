import type { ReactNode } from 'react';
import { useWords } from '../shared/language/use-words';

interface Props {
  readonly status: number | null;
  readonly failure: string | null;
}

/** What came of an attempt: the receiver's status, or what kept it from arriving. */
export function LastAnswer({ status, failure }: Props): ReactNode {
  const { codeWord } = useWords();
  if (status !== null) return `HTTP ${status}`;
  return failure === null ? '–' : codeWord('webhooks:failureIs', failure);
}

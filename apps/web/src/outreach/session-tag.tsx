import type { ReactNode } from 'react';
import type { OutreachSessionRow } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { StatusTag } from '../shared/look/status-tag';

const TONES = { planned: 'running', held: 'done', cancelled: 'refused' } as const;

/** Whether a session is to come, is past its day without a word, was held, or was cancelled. */
export function SessionTag({
  session: { state, isLate },
}: {
  readonly session: Pick<OutreachSessionRow, 'state' | 'isLate'>;
}): ReactNode {
  const { t } = useWords();
  if (isLate) return <StatusTag tone="late">{t('outreach:stateIs.late')}</StatusTag>;
  return <StatusTag tone={TONES[state]}>{t(`outreach:stateIs.${state}`)}</StatusTag>;
}

import type { ReactNode } from 'react';
import type { SpotCheckRow } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { StatusTag } from '../shared/look/status-tag';

/** Whether a check runs, runs past its day, or is closed. */
export function SpotCheckTag({ check: { state, isLate } }: { readonly check: SpotCheckRow }): ReactNode {
  const { t } = useWords();
  if (isLate) return <StatusTag tone="late">{t('monitoring:late')}</StatusTag>;
  return <StatusTag tone={state === 'closed' ? 'done' : 'running'}>{t(`monitoring:stateIs.${state}`)}</StatusTag>;
}

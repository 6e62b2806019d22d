import type { ReactNode } from 'react';
import type { OfficerRow } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { StatusTag, type Tone } from '../../shared/look/status-tag';

const TONES: Readonly<Record<OfficerRow['state'], Tone>> = {
  active: 'done',
  leave: 'waiting',
  waiting: 'soon',
  former: 'neutral',
  disabled: 'refused',
};

/** How an officer stands today. */
export function OfficerTag({ state }: Pick<OfficerRow, 'state'>): ReactNode {
  const { t } = useWords();
  return <StatusTag tone={TONES[state]}>{t(`organisation:state.${state}`)}</StatusTag>;
}

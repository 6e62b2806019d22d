import type { ReactNode } from 'react';
import type { Desk } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { StatusTag } from '../shared/look/status-tag';

/** When the last case will be decided at the present pace, and whether that is in time. */
export function DeskForecast({ desk }: { readonly desk: Pick<Desk, 'toVisit' | 'toDecide' | 'forecast'> }): ReactNode {
  const { t, format } = useWords();
  if (desk.toVisit + desk.toDecide === 0) return t('desks.nothingOpen');
  if (desk.forecast === null) return null;
  const { finishesOn, isLate, perWorkingDay } = desk.forecast;
  if (finishesOn === null && !isLate) return t('desks.noPace');
  const day = finishesOn === null ? t('desks.never') : format.date(finishesOn);
  return (
    <span className="double">
      {isLate ? <StatusTag tone="late">{t('desks.afterDeadline', { day })}</StatusTag> : <span>{day}</span>}
      <span className="small-print">{t('desks.pace', { cases: format.decimal(perWorkingDay) })}</span>
    </span>
  );
}

import type { Tone } from '../look/status-tag';
import type { Translate } from '../language/use-words';
import type { Format } from './format';

interface DaysLeft {
  readonly tone: Tone;
  readonly text: string;
}

const SOON = 3;

/** Working days to a due day in words; says "kerja" because holidays do not count. */
export function workingDaysLeft(t: Translate, format: Format, days: number | null, dueOn: string): DaysLeft {
  if (days === null) return { tone: 'neutral', text: t('due.on', { date: format.longDate(dueOn) }) };
  if (days < 0) return { tone: 'late', text: t('due.lateWorking', { count: -days, days: format.count(-days) }) };
  if (days === 0) return { tone: 'soon', text: t('due.today') };
  const text = t('due.leftWorking', { count: days, days: format.count(days), date: format.longDate(dueOn) });
  return { tone: days <= SOON ? 'soon' : 'neutral', text };
}

/** Calendar days to a day fixed by law, such as the return to the treasury. */
export function calendarDaysLeft(t: Translate, format: Format, days: number, dueOn: string): DaysLeft {
  if (days < 0) return { tone: 'late', text: t('due.lateCalendar', { count: -days, days: format.count(-days) }) };
  if (days === 0) return { tone: 'soon', text: t('due.today') };
  const text = t('due.leftCalendar', { count: days, days: format.count(days), date: format.date(dueOn) });
  return { tone: days <= 30 ? 'soon' : 'neutral', text };
}

import type { Task, TaskKind } from '../api/schemas';
import type { Translate } from '../shared/language/use-words';
import type { Format } from '../shared/words/format';

/** What is to be done, verb first. */
export const kindTitle = (t: Translate, kind: TaskKind): string => t(`task.kind.${kind}`);

export const isMoney = (task: Pick<Task, 'amountRupiah'>): boolean => task.amountRupiah !== '0';

/** `75.878 KPM · Rp30.351.200.000`, or a dash where nothing is at stake yet. */
export function stakes(t: Translate, format: Format, task: Pick<Task, 'families' | 'amountRupiah'>): string {
  if (task.families === 0 && !isMoney(task)) return '–';
  return `${t('count.families', { families: format.count(task.families) })} · ${format.rupiah(task.amountRupiah)}`;
}

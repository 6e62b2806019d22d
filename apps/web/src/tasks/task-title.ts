import type { Task, TaskKind } from '../api/schemas';
import type { Translate } from '../shared/language/use-words';

/** What is to be done, verb first. */
export const kindTitle = (t: Translate, kind: TaskKind): string => t(`task.kind.${kind}`);

export const isMoney = (task: Pick<Task, 'amountRupiah'>): boolean => task.amountRupiah !== '0';

/** Where it lies; the whole country has a code and no name. */
export const placeOf = (t: Translate, { territoryCode, territoryName }: Task): string =>
  territoryCode === 'ID' ? t('common:territory.ID') : territoryName;

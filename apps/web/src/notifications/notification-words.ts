import type { Notification } from '../api/schemas';
import type { Translate } from '../shared/language/use-words';
import { kindTitle } from '../tasks/task-title';

/** What happened, to what, where: one sentence. */
export function notificationText(
  t: Translate,
  codeWord: (group: string, code: string) => string,
  { sentence, task, territoryCode, territoryName }: Notification,
): string {
  const place = territoryCode === 'ID' ? t('common:territory.ID') : territoryName;
  const about = [task === null ? null : kindTitle(t, task.kind), place].filter((part) => part !== null).join(', ');
  const words = codeWord('notifications:sentence', sentence);
  return about === '' ? words.replace(/:$/, '.') : `${words} ${about}`;
}

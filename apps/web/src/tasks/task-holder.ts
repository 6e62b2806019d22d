import type { Task } from '../api/schemas';
import type { Translate } from '../shared/language/use-words';

/** Who holds a task, and for whom; or who may take it. */
export function holderOf(t: Translate, { ownerName, delegatedByName, isForwarded, state }: Task): string {
  if (ownerName !== null) {
    return delegatedByName === null ? ownerName : `${ownerName}, ${t('life.delegatedBy', { name: delegatedByName })}`;
  }
  if (state === 'created') return t('life.unstaffed');
  return isForwarded ? t('life.forwarded') : t('inbox.shared');
}

/** For which absent officer the reader would do it; undefined for what is their own, or is shown so already. */
export const behalfOf = (t: Translate, { onBehalfOf, delegatedByName }: Task): string | undefined =>
  onBehalfOf === null || onBehalfOf === delegatedByName ? undefined : t('inbox.onBehalfOf', { name: onBehalfOf });

import { TASK_KINDS, taskRule } from '../../../../libs/domain/src/stages/stage-catalogue';
import { useWords } from '../shared/language/use-words';

/** Kinds of tasks whose decisions the ministry may freeze, in the order of the process, and the offer of mandates. */
export const FREEZABLE = [...TASK_KINDS.filter((kind) => taskRule(kind).freezable), 'mandate.offer'] as const;

/** What a frozen action is called. */
export function useFrozenWord(): (action: string) => string {
  const { t, codeWord } = useWords();
  return (action) => (action === 'mandate.offer' ? t('mandates:freezes.offer') : codeWord('task.kind', action));
}

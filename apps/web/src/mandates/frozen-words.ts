import { useWords } from '../shared/language/use-words';

/** Kinds of tasks whose decisions the ministry may freeze, in the order of the process, and the offer of mandates. */
export const FREEZABLE = [
  'allocation.approve',
  'endorsement.lurah',
  'endorsement.camat',
  'endorsement.dinsos',
  'endorsement.mayor',
  'closing.set',
  'closing.ratify',
  'payment.request',
  'payment.release',
  'follow-up.decide',
  'return.instruct',
  'mandate.offer',
] as const;

/** What a frozen action is called. */
export function useFrozenWord(): (action: string) => string {
  const { t, codeWord } = useWords();
  return (action) => (action === 'mandate.offer' ? t('mandates:freezes.offer') : codeWord('task.kind', action));
}

import type { PayerScore } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';

/** Who pays, and how, in the words of the screen. */
export function usePayerName(): (of: Pick<PayerScore, 'payer' | 'channel'>) => string {
  const { t } = useWords();
  return ({ payer, channel }) =>
    `${payer === '-' ? t('money:files.bankOfRules') : payer} (${t(`periods.by.${channel}`)})`;
}

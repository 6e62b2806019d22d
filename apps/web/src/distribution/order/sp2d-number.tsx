import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import type { FactsProps } from '../../tasks/decision/facts-props';

/** The treasury's number of the SP2D, where the treasurer has it already. */
export function Sp2dNumber({ decision }: FactsProps): ReactNode {
  const { t } = useWords();
  return (
    <TextInput
      label={t('money:order.sp2dNumber')}
      description={t('money:order.sp2dHint')}
      maxLength={60}
      value={decision.details.sp2dNumber ?? ''}
      onChange={({ currentTarget: { value } }) => {
        decision.setDetails({ sp2dNumber: value });
      }}
    />
  );
}

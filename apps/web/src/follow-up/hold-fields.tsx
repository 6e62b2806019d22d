import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CaseDetail } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import type { DecisionState } from '../tasks/decision/use-decision';

interface Props {
  readonly hold: NonNullable<CaseDetail['hold']>;
  readonly decision: DecisionState;
}

/** On which ground of the policy the money is held, and until which day within its bounds. */
export function HoldFields({ hold, decision }: Props): ReactNode {
  const { t, format } = useWords();
  const { grounds, from, to } = hold;
  return (
    <div className="stack">
      <NativeSelect
        size="md"
        withAsterisk
        label={t('case.ground')}
        value={decision.details.ground ?? ''}
        data={[{ value: '', label: '–' }, ...grounds.map(({ ground, words }) => ({ value: ground, label: words }))]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          decision.setDetails({ ground: value === '' ? undefined : value });
        }}
      />
      <TextInput
        type="date"
        size="md"
        withAsterisk
        label={t('case.holdUntil')}
        description={t('case.holdDays', { from: format.date(from), to: format.date(to) })}
        min={from}
        max={to}
        value={decision.details.holdUntil ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          decision.setDetails({ holdUntil: value === '' ? undefined : value });
        }}
      />
    </div>
  );
}

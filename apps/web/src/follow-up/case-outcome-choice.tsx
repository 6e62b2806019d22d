import { Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useWords } from '../shared/language/use-words';
import type { FactsProps } from '../tasks/decision/facts-props';
import { caseQuery } from './follow-up-queries';
import { HoldFields } from './hold-fields';

/** These wait for a second person. */
const MEASURES: readonly string[] = ['hold', 'return_early'];

/** What becomes of the family's money; what the finding suggests is chosen already, and named as a suggestion. */
export function CaseOutcomeChoice({ task, decision }: FactsProps): ReactNode {
  const { t } = useWords();
  const { data: found } = useQuery(caseQuery(task.subjectId));
  const suggested = found?.suggests ?? undefined;
  const { outcome } = decision.details;
  const { setDetails, setMoney } = decision;
  const shown = outcome ?? suggested;
  const money = found?.offered.find((offered) => offered.outcome === shown)?.money;
  useEffect(() => {
    if (outcome === undefined && suggested !== undefined) setDetails({ outcome: suggested });
    if (money !== undefined) setMoney(money);
  }, [outcome, suggested, money, setDetails, setMoney]);
  return (
    <fieldset className="outcomes">
      <legend>{t('case.outcome')}</legend>
      {found?.offered.length === 0 && <p className="small-print">{t('case.noOutcome')}</p>}
      {found?.offered.map(({ outcome: offered, money }) => (
        <Radio
          key={offered}
          name="case-outcome"
          size="md"
          value={offered}
          checked={outcome === offered}
          label={t(`caseOutcome.${offered}`)}
          description={[
            MEASURES.includes(offered) ? t('case.secondPerson') : t(`caseMoneyDecided.${money}`),
            ...(offered === suggested ? [t('case.suggested')] : []),
          ].join('. ')}
          onChange={() => {
            setDetails({ outcome: offered, ground: undefined, holdUntil: undefined });
          }}
        />
      ))}
      {outcome === 'hold' && found?.hold && <HoldFields hold={found.hold} decision={decision} />}
    </fieldset>
  );
}

import { Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useWords } from '../shared/language/use-words';
import type { FactsProps } from '../tasks/decision/facts-props';
import { caseQuery, findingsQuery } from './follow-up-queries';

const OUTCOMES = ['keeps_money', 'returns_money'] as const;

/** What becomes of the family's money; what the finding suggests is chosen already, and named as a suggestion. */
export function CaseOutcomeChoice({ task, decision }: FactsProps): ReactNode {
  const { t } = useWords();
  const { data: found } = useQuery(caseQuery(task.subjectId));
  const { data: findings } = useQuery(findingsQuery);
  const suggested = findings?.find(({ finding }) => finding === found?.finding)?.suggests;
  const { outcome } = decision.details;
  const { setDetails } = decision;
  useEffect(() => {
    if (outcome === undefined && suggested !== undefined) setDetails({ outcome: suggested });
  }, [outcome, suggested, setDetails]);
  return (
    <fieldset className="outcomes">
      <legend>{t('case.outcome')}</legend>
      {OUTCOMES.map((offered) => (
        <Radio
          key={offered}
          name="case-outcome"
          size="md"
          value={offered}
          checked={outcome === offered}
          label={t(`caseOutcome.${offered}`)}
          description={offered === suggested ? t('case.suggested') : undefined}
          onChange={() => {
            setDetails({ outcome: offered });
          }}
        />
      ))}
    </fieldset>
  );
}

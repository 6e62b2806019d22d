import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import type { FactsProps } from '../../tasks/decision/facts-props';
import { rosterQuery } from '../roster-queries';

/** Rows that can't be used are left out only with the officer's word. */
export function LeaveOutConsent({ task, decision }: FactsProps): ReactNode {
  const { t, format } = useWords();
  const { data } = useQuery(rosterQuery(task.subjectId));
  const rows = (data?.invalid ?? 0) + (data?.duplicate ?? 0);
  if (rows === 0) return null;
  return (
    <Checkbox
      size="md"
      label={t('families:upload.leaveOut', { rows: format.count(rows) })}
      checked={decision.details.leaveOutInvalid === true}
      onChange={(event) => {
        decision.setDetails({ leaveOutInvalid: event.currentTarget.checked });
      }}
    />
  );
}

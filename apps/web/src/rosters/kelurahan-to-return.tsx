import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../shared/language/use-words';
import type { FactsProps } from '../tasks/decision/facts-props';
import { rosterQuery } from './roster-queries';

/** Which kelurahan verify again; the others keep their signatures. */
export function KelurahanToReturn({ task, decision }: FactsProps): ReactNode {
  const { t } = useWords();
  const { data } = useQuery(rosterQuery(task.subjectId));
  const offered = (data?.kelurahan ?? []).filter(({ kelurahanCode }) => kelurahanCode.startsWith(task.territoryCode));
  return (
    <MultiSelect
      searchable
      clearable
      label={t('roster.returnKelurahan')}
      description={t('roster.returnKelurahanHint')}
      data={offered.map(({ kelurahanCode, name }) => ({ value: kelurahanCode, label: name }))}
      value={decision.details.kelurahanCodes ?? []}
      onChange={(kelurahanCodes) => {
        decision.setDetails({ kelurahanCodes });
      }}
    />
  );
}

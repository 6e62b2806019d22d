import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../shared/language/use-words';
import { periodsQuery } from './period-queries';

interface Props {
  readonly periodId: string;
  readonly room: 'desks' | 'reports' | 'breaks' | 'orders' | 'scorecard';
}

/** The same page of another period. */
export function PeriodPicker({ periodId, room }: Props): ReactNode {
  const { t, format } = useWords();
  const navigate = useNavigate();
  const { data: periods = [] } = useQuery(periodsQuery);
  return (
    <Select
      aria-label={t('periods.period')}
      allowDeselect={false}
      value={periodId}
      data={periods.map(({ id, months }) => ({ value: id, label: format.months(months) }))}
      onChange={(chosen) => {
        if (chosen !== null) void navigate({ to: `/periods/$periodId/${room}`, params: { periodId: chosen } });
      }}
    />
  );
}

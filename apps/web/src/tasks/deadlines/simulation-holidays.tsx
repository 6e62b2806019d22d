import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Holiday } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';

/** The days in between that are not counted, by name: why something comes later than a look at the calendar says. */
export function SimulationHolidays({ holidays }: { readonly holidays: readonly Holiday[] }): ReactNode {
  const { t, format } = useWords();
  if (holidays.length === 0) return null;
  return (
    <section aria-labelledby="not-counted">
      <Title order={2} size="h3" id="not-counted">
        {t('tasks:escalations.notCounted')}
      </Title>
      <ul>
        {holidays.map(({ day, name, territoryCode }) => (
          <li key={`${day} ${territoryCode}`}>
            {format.longDate(day)}: {name}
            {territoryCode === 'ID' ? '' : ` (${territoryCode})`}
          </li>
        ))}
      </ul>
    </section>
  );
}

import { TextInput } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { answer, api } from '../../api/client';
import { clockQuery } from '../../operations/operation-queries';
import { useWords } from '../../shared/language/use-words';
import { PageHeading } from '../../shared/look/page-heading';
import { Answered } from '../../shared/states/answered';
import { Empty } from '../../shared/states/empty';
import { jakartaDay } from '../../shared/words/jakarta-day';
import { SimulationHolidays } from './simulation-holidays';
import { SimulationTable } from './simulation-table';

const route = getRouteApi('/shell/escalations');
const AHEAD_MS = 60 * 86_400_000;

const simulationQuery = (until: string | undefined) =>
  queryOptions({
    queryKey: ['escalations', until],
    queryFn: () => answer(api.GET('/api/v1/escalations/simulation', { params: { query: { until: until ?? '' } } })),
    enabled: until !== undefined,
  });

/** What silence would bring: who would be told what and when, should nobody act until a day. */
export function EscalationsPage(): ReactNode {
  const { t, format } = useWords();
  const navigate = route.useNavigate();
  const clock = useQuery(clockQuery);
  const usual = clock.data === undefined ? undefined : jakartaDay(Date.parse(clock.data.now) + AHEAD_MS);
  const until = route.useSearch().until ?? usual;
  const query = useQuery(simulationQuery(until));
  return (
    <div className="stack">
      <PageHeading title={t('tasks:escalations.title')} />
      <p>{t('tasks:escalations.about')}</p>
      <TextInput
        type="date"
        size="md"
        label={t('tasks:escalations.until')}
        value={until ?? ''}
        onChange={({ currentTarget: { value } }) => {
          if (value !== '') void navigate({ search: { until: value }, replace: true });
        }}
      />
      <Answered query={query}>
        {({ lines, holidays, tasks }) => (
          <>
            <p className="small-print">{t('tasks:escalations.looked', { count: tasks, tasks: format.count(tasks) })}</p>
            {lines.length === 0 ? (
              <Empty>{t('tasks:escalations.none', { date: format.date(until ?? '') })}</Empty>
            ) : (
              <SimulationTable lines={lines} />
            )}
            <SimulationHolidays holidays={holidays} />
          </>
        )}
      </Answered>
    </div>
  );
}

import { Button, TextInput } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useWords } from '../shared/language/use-words';
import { answer, api } from '../api/client';
import { clockQuery } from '../operations/operation-queries';
import { PageHeading } from '../shared/look/page-heading';
import { Answered } from '../shared/states/answered';
import { Empty } from '../shared/states/empty';
import { jakartaDay } from '../shared/words/jakarta-day';
import { AddHoliday } from './add-holiday';
import { HolidayTable } from './holiday-table';

const route = getRouteApi('/shell/calendar');

const monthQuery = (month: string | undefined) =>
  queryOptions({
    queryKey: ['calendar', month],
    queryFn: () => answer(api.GET('/api/v1/calendar', { params: { query: { month: month ?? '' } } })),
    enabled: month !== undefined,
  });

/** The days of a month on which offices are closed: by national decree, and in the reader's territory. */
export function CalendarPage(): ReactNode {
  const { t } = useWords();
  const navigate = route.useNavigate();
  const [isAdding, setAdding] = useState(false);
  const clock = useQuery(clockQuery);
  const today = clock.data === undefined ? undefined : jakartaDay(Date.parse(clock.data.now));
  const month = route.useSearch().month ?? today?.slice(0, 7);
  const query = useQuery(monthQuery(month));
  const toggle = (): void => {
    setAdding(!isAdding);
  };
  return (
    <div className="stack">
      <PageHeading title={t('calendar:title')} />
      <p>{t('calendar:about')}</p>
      <TextInput
        type="month"
        size="md"
        label={t('calendar:month')}
        value={month ?? ''}
        onChange={({ currentTarget: { value } }) => {
          if (/^\d{4}-\d{2}$/.test(value)) void navigate({ search: { month: value }, replace: true });
        }}
      />
      <Answered query={query} rows={4}>
        {({ holidays, isYearKnown, addsIn }) => (
          <>
            {!isYearKnown && <p className="consequence">{t('calendar:unknownYear')}</p>}
            {holidays.length === 0 ? (
              <Empty>{t('calendar:none')}</Empty>
            ) : (
              <HolidayTable holidays={holidays} addsIn={addsIn} />
            )}
            {isAdding && <AddHoliday territoryCode={addsIn[0] ?? ''} onClose={toggle} />}
            {addsIn.length > 0 && !isAdding && (
              <div className="row">
                <Button variant="default" h={44} onClick={toggle}>
                  {t('calendar:add')}
                </Button>
              </div>
            )}
          </>
        )}
      </Answered>
    </div>
  );
}

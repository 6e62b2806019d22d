import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { answer, api } from '../api/client';
import type { Holiday } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useWords } from '../shared/language/use-words';
import { ProblemNotice } from '../shared/states/problem-notice';
import { DataTable } from '../shared/table/data-table';

interface Props {
  readonly holidays: readonly Holiday[];
  readonly addsIn: readonly string[];
}

const isIn = (scopes: readonly string[], code: string): boolean =>
  scopes.some((scope) => scope === 'ID' || code === scope || code.startsWith(`${scope}.`));

export function HolidayTable({ holidays, addsIn }: Props): ReactNode {
  const { t, format } = useWords();
  return (
    <DataTable
      caption={t('calendar:title')}
      rows={holidays}
      keyOf={({ id, day, name }) => id ?? `${day} ${name}`}
      columns={[
        { name: t('calendar:day'), isHeader: true, cell: ({ day }) => format.longDate(day) },
        { name: t('calendar:name'), cell: ({ name }) => name },
        {
          name: t('calendar:territory'),
          cell: ({ territoryCode }) => (territoryCode === 'ID' ? t('common:territory.ID') : territoryCode),
        },
        { name: t('calendar:source'), cell: ({ source }) => source },
        {
          name: t('calendar:by'),
          cell: ({ id, addedBy, territoryCode }) => (
            <>
              {addedBy ?? t('calendar:decree')}
              {id !== null && isIn(addsIn, territoryCode) && <RemoveHoliday holidayId={id} />}
            </>
          ),
        },
      ]}
    />
  );
}

function RemoveHoliday({ holidayId }: { readonly holidayId: string }): ReactNode {
  const { t } = useWords();
  const remove = useCommand((id: string, key) =>
    answer(
      api.POST('/api/v1/calendar/holidays/{holidayId}/remove', {
        params: { path: { holidayId: id }, header: { 'Idempotency-Key': key } },
      }),
    ),
  );
  return (
    <>
      <Button
        variant="default"
        h={44}
        aria-disabled={remove.isPending}
        onClick={() => {
          if (!remove.isPending) remove.mutate(holidayId);
        }}
      >
        {t('calendar:remove')}
      </Button>
      {remove.error !== null && <ProblemNotice error={remove.error} />}
    </>
  );
}

import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { OfficeForecast } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { StatusTag } from '../shared/look/status-tag';
import { Answered } from '../shared/states/answered';
import { Empty } from '../shared/states/empty';
import { DataTable } from '../shared/table/data-table';
import { officesQuery } from './follow-up-queries';

/** Every office with open tasks of the period, those that will be late first. */
export function OfficeForecasts({ periodId }: { readonly periodId: string }): ReactNode {
  const { t, format } = useWords();
  const query = useQuery(officesQuery(periodId));
  return (
    <section className="stack" aria-labelledby="offices">
      <Title order={2} size="h3" id="offices">
        {t('tasks:offices.title')}
      </Title>
      <p className="small-print">{t('tasks:offices.about')}</p>
      <Answered query={query} rows={3}>
        {(offices) =>
          offices.length === 0 ? (
            <Empty>{t('tasks:offices.none')}</Empty>
          ) : (
            <DataTable
              caption={t('tasks:offices.title')}
              rows={offices.toSorted((one, other) => Number(other.isLate) - Number(one.isLate))}
              keyOf={({ role, territoryCode }) => `${role} ${territoryCode}`}
              columns={[
                {
                  name: t('tasks:offices.office'),
                  isHeader: true,
                  cell: ({ role, territoryName, territoryCode }) =>
                    `${t(`common:role.${role}`)}, ${territoryCode === 'ID' ? t('common:territory.ID') : (territoryName ?? territoryCode)}`,
                },
                { name: t('desks.open'), isNumber: true, cell: ({ open }) => format.count(open) },
                { name: t('tasks:offices.late'), isNumber: true, cell: ({ late }) => format.count(late) },
                { name: t('task.families'), isNumber: true, cell: ({ families }) => format.count(families) },
                {
                  name: t('tasks:offices.lastDue'),
                  cell: ({ lastDueOn }) => (lastDueOn === null ? '–' : format.date(lastDueOn)),
                },
                { name: t('desks.forecast'), cell: (office) => <Expected office={office} /> },
              ]}
            />
          )
        }
      </Answered>
    </section>
  );
}

function Expected({ office }: { readonly office: OfficeForecast }): ReactNode {
  const { t, format } = useWords();
  const { finishesOn, isLate, perWorkingDay } = office;
  if (finishesOn === null && !isLate) return t('tasks:offices.noPace');
  const day = finishesOn === null ? t('desks.never') : format.date(finishesOn);
  return (
    <span className="double">
      {isLate ? <StatusTag tone="late">{t('desks.afterDeadline', { day })}</StatusTag> : <span>{day}</span>}
      <span className="small-print">{t('tasks:offices.pace', { tasks: format.decimal(perWorkingDay) })}</span>
    </span>
  );
}

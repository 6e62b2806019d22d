import type { ReactNode } from 'react';
import type { Workload } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { StatusTag } from '../shared/look/status-tag';
import { DataTable } from '../shared/table/data-table';

/** Kecamatan, those that miss most first, and everybody who may visit there. */
export function WorkloadTables({
  periodId,
  workload: { from, places, visitors },
}: {
  readonly periodId: string;
  readonly workload: Workload;
}): ReactNode {
  const { t, format } = useWords();
  return (
    <>
      <p>
        {t('capacity:load.about', { from: format.date(from) })}{' '}
        <a className="text-link" href={`/api/v1/periods/${periodId}/workload/xlsx`} download>
          {t('capacity:load.file')}
        </a>
      </p>
      <DataTable
        caption={t('capacity:load.places')}
        rows={places}
        keyOf={({ kecamatanCode }) => kecamatanCode}
        columns={[
          { name: t('capacity:place'), isHeader: true, cell: (place) => place.kecamatan ?? place.kecamatanCode },
          { name: t('capacity:load.open'), isNumber: true, cell: ({ open }) => format.count(open) },
          { name: t('capacity:load.incoming'), isNumber: true, cell: ({ incoming }) => format.count(incoming) },
          {
            name: t('capacity:load.perDay'),
            isNumber: true,
            cell: ({ perWorkingDay }) =>
              perWorkingDay === 0 ? t('capacity:load.unmeasured') : format.decimal(perWorkingDay),
          },
          { name: t('capacity:load.deadline'), cell: ({ deadlineOn }) => format.date(deadlineOn) },
          {
            name: t('capacity:load.finishes'),
            cell: ({ finishesOn }) => (finishesOn === null ? t('capacity:load.unknown') : format.date(finishesOn)),
          },
          {
            name: t('capacity:load.missed'),
            cell: ({ missed, open }) => <Missed missed={missed} open={open} />,
          },
        ]}
      />
      <DataTable
        caption={t('capacity:load.visitors')}
        rows={visitors}
        keyOf={({ officer, role, territoryCode }) => `${officer} ${role} ${territoryCode}`}
        columns={[
          { name: t('capacity:load.officer'), isHeader: true, cell: ({ officer }) => officer },
          {
            name: t('capacity:load.post'),
            cell: ({ role, place, territoryCode }) => `${t(`common:role.${role}`)}, ${place ?? territoryCode}`,
          },
          { name: t('capacity:load.held'), isNumber: true, cell: ({ held }) => format.count(held) },
          { name: t('capacity:load.lately'), isNumber: true, cell: ({ visitsLately }) => format.count(visitsLately) },
          {
            name: t('capacity:load.minutes'),
            isNumber: true,
            cell: ({ minutes, timed }) =>
              minutes === null
                ? t('capacity:load.unmeasured')
                : t('capacity:load.minutesOf', { minutes: format.decimal(minutes), visits: format.count(timed) }),
          },
        ]}
      />
    </>
  );
}

function Missed({ missed, open }: { readonly missed: number | null; readonly open: number }): ReactNode {
  const { t, format } = useWords();
  if (missed === null) return t('capacity:load.unmeasured');
  if (missed === 0) return <StatusTag tone="done">{t('capacity:load.inTime')}</StatusTag>;
  return (
    <StatusTag tone="late">
      {t('capacity:load.late', { cases: format.count(missed), open: format.count(open) })}
    </StatusTag>
  );
}

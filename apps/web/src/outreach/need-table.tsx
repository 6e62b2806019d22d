import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import type { OutreachNeedPage } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { type Column, DataTable } from '../shared/table/data-table';

type Row = OutreachNeedPage['rows'][number];

interface Props {
  readonly rows: readonly Row[];
  /** Codes of those ticked; absent where the reader plans nothing. */
  readonly chosen?: ReadonlySet<string>;
  readonly onChoose?: (chosen: ReadonlySet<string>) => void;
}

/** Each kelurahan with its shares, and behind each share the counts it is made of. */
export function NeedTable({ rows, chosen, onChoose }: Props): ReactNode {
  const { t, format } = useWords();
  const toggle = (code: string): void => {
    const next = new Set(chosen);
    if (!next.delete(code)) next.add(code);
    onChoose?.(next);
  };
  const name: Column<Row> = {
    name: t('outreach:kelurahan'),
    isHeader: true,
    cell: (row) =>
      chosen === undefined ? (
        row.name
      ) : (
        <Checkbox
          label={row.name}
          aria-label={t('outreach:choose', { name: row.name })}
          checked={chosen.has(row.code)}
          onChange={() => {
            toggle(row.code);
          }}
        />
      ),
  };
  return (
    <DataTable
      caption={t('outreach:needTitle')}
      rows={rows}
      keyOf={({ code }) => code}
      columns={[
        name,
        {
          name: t('outreach:need'),
          isNumber: true,
          cell: ({ need }) => (need === null ? t('outreach:noNeed') : format.percent(need, 1)),
        },
        { name: t('outreach:notTransacted'), cell: (row) => <NotTransacted row={row} /> },
        { name: t('outreach:mendable'), cell: (row) => <Mendable row={row} /> },
        {
          name: t('outreach:sessionsOf'),
          cell: ({ held, planned }) =>
            t('outreach:sessionsIs', { held: format.count(held), planned: format.count(planned) }),
        },
      ]}
    />
  );
}

function NotTransacted({ row: { notTransacted, credited } }: { readonly row: Row }): ReactNode {
  const { t, format } = useWords();
  return t('outreach:shareIs', {
    ...{ share: format.percent(notTransacted, credited), part: format.count(notTransacted) },
    whole: format.count(credited),
  });
}

function Mendable({ row: { found, mendable } }: { readonly row: Row }): ReactNode {
  const { t, format } = useWords();
  if (found === 0) return t('outreach:noCases');
  const part = mendable.not_informed + mendable.pin_blocked + mendable.card_not_received;
  return (
    <>
      {t('outreach:casesIs', {
        ...{ share: format.percent(part, found), part: format.count(part), whole: format.count(found) },
      })}
      {part > 0 && (
        <>
          <br />
          <span className="small-print">{t('outreach:findings', mendable)}</span>
        </>
      )}
    </>
  );
}

import type { ReactNode } from 'react';
import type { ServiceArea } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { StatusTag, type Tone } from '../../shared/look/status-tag';
import { DataTable } from '../../shared/table/data-table';

const TONES: Readonly<Record<ServiceArea['state'], Tone>> = {
  proposed: 'waiting',
  adopted: 'done',
  refused: 'refused',
  withdrawn: 'neutral',
};

interface Props {
  readonly areas: readonly ServiceArea[];
  readonly today: string;
}

/** Who pays where since when, on what agreement; by territory, the newest first. */
export function AreasTable({ areas, today }: Props): ReactNode {
  const { t, format } = useWords();
  const current = inForce(areas, today);
  return (
    <DataTable
      caption={t('money:services.title')}
      rows={areas}
      keyOf={({ id }) => id}
      columns={[
        { name: t('money:services.territory'), isHeader: true, cell: ({ territoryName }) => territoryName },
        { name: t('money:services.channel'), cell: ({ channel }) => t(`periods.by.${channel}`) },
        {
          name: t('money:services.service'),
          cell: ({ serviceName, bankCode }) => (
            <>
              {serviceName}
              <div className="small-print">
                {t('money:services.bankCode')} {bankCode}
              </div>
            </>
          ),
        },
        {
          name: t('money:services.payer'),
          cell: ({ payerName, payerAccount }) => (
            <>
              {payerAccount}
              <div className="small-print">{payerName}</div>
            </>
          ),
        },
        { name: t('money:services.from'), cell: ({ validFrom }) => format.date(validFrom) },
        { name: t('money:services.paper'), cell: ({ paper }) => paper },
        {
          name: t('money:services.state'),
          cell: ({ id, state, reason, decider }) => (
            <>
              <StatusTag tone={TONES[state]}>
                {t(`money:services.is.${state}`)}
                {current.has(id) && `, ${t('money:services.now')}`}
              </StatusTag>
              <div className="small-print">{reason ?? decider}</div>
            </>
          ),
        },
      ]}
    />
  );
}

/** Of each programme, territory and channel the one that began last, and of one day the one decided last. */
function inForce(areas: readonly ServiceArea[], today: string): ReadonlySet<string> {
  const begun = areas.filter(({ state, validFrom }) => state === 'adopted' && validFrom <= today);
  const newest = new Map<string, ServiceArea>();
  const when = ({ validFrom, decidedAt }: ServiceArea): string => `${validFrom} ${decidedAt ?? ''}`;
  for (const area of begun.toSorted((a, b) => when(a).localeCompare(when(b)))) {
    newest.set(`${area.programme} ${area.territoryCode} ${area.channel}`, area);
  }
  return new Set([...newest.values()].map(({ id }) => id));
}

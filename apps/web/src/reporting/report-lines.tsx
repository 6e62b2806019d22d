import type { ReactNode } from 'react';
import type { Report } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { DataTable } from '../shared/table/data-table';

type Line = Report['content']['total'];

interface Props {
  readonly total: Line;
  readonly lines: readonly Line[];
}

const MEASURES = ['allocated', 'credited', 'transacted', 'notTransacted', 'failed', 'returned'] as const;

/** Planned and realised, line by line; families above, rupiah below. */
export function ReportLines({ total, lines }: Props): ReactNode {
  const { t, format } = useWords();
  const cell = ({ families, amountRupiah }: Line['allocated']): ReactNode => (
    <span className="double">
      <span>{format.count(families)}</span>
      <span className="small-print">{format.rupiah(amountRupiah)}</span>
    </span>
  );
  return (
    <div className="wide-table" role="region" aria-label={t('reporting:report.lines')} tabIndex={0}>
      <DataTable
        caption={t('reporting:report.lines')}
        rows={lines}
        keyOf={({ territoryCode }) => territoryCode}
        columns={[
          { name: t('reporting:report.territory'), isHeader: true, cell: ({ name }) => name },
          ...MEASURES.map((measure) => ({
            name: t(`money.part.${measure}`),
            isNumber: true,
            cell: (line: Line) => cell(line[measure]),
            total: cell(total[measure]),
          })),
        ]}
        totalName={t('table.total')}
      />
    </div>
  );
}

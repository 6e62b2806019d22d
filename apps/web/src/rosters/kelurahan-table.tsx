import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Roster } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { DataTable } from '../shared/table/data-table';

type Part = Roster['kelurahan'][number];
type Verdict = 'eligible' | 'ineligible' | 'check' | 'none';

interface Props {
  readonly rosterId: string;
  readonly parts: readonly Part[];
}

const undecided = ({ families, eligible, ineligible, check }: Part): number => families - eligible - ineligible - check;

/** Verdicts by kelurahan; each number opens its families. */
export function KelurahanTable({ rosterId, parts }: Props): ReactNode {
  const { t, format } = useWords();
  const sum = (of: (part: Part) => number): string => format.count(parts.reduce((total, part) => total + of(part), 0));
  const opens = (part: Part, verdict: Verdict, rows: number): ReactNode =>
    rows === 0 ? (
      '0'
    ) : (
      <Link
        to="/rosters/$rosterId"
        params={{ rosterId }}
        search={{ kelurahanCode: part.kelurahanCode, verdict }}
        className="text-link"
      >
        {format.count(rows)}
      </Link>
    );
  return (
    <DataTable
      caption={t('roster.byKelurahan')}
      rows={parts}
      keyOf={({ kelurahanCode }) => kelurahanCode}
      columns={[
        {
          name: t('roster.kelurahan'),
          isHeader: true,
          cell: ({ name, kelurahanCode }) => (
            <Link to="/rosters/$rosterId" params={{ rosterId }} search={{ kelurahanCode }} className="text-link">
              {name}
            </Link>
          ),
        },
        {
          name: t('roster.families'),
          isNumber: true,
          cell: ({ families }) => format.count(families),
          total: sum(({ families }) => families),
        },
        {
          name: t('verdict.eligible'),
          isNumber: true,
          cell: (part) => opens(part, 'eligible', part.eligible),
          total: sum(({ eligible }) => eligible),
        },
        {
          name: t('verdict.ineligible'),
          isNumber: true,
          cell: (part) => opens(part, 'ineligible', part.ineligible),
          total: sum(({ ineligible }) => ineligible),
        },
        {
          name: t('verdict.check'),
          isNumber: true,
          cell: (part) => opens(part, 'check', part.check),
          total: sum(({ check }) => check),
        },
        {
          name: t('verdict.none'),
          isNumber: true,
          cell: (part) => opens(part, 'none', undecided(part)),
          total: sum(undecided),
        },
      ]}
      totalName={t('table.total')}
    />
  );
}

import type { ReactNode } from 'react';
import type { Family } from '../../api/schemas';
import { FamilyLink } from '../../families/family-link';
import { useWords } from '../../shared/language/use-words';
import { StatusTag, type Tone } from '../../shared/look/status-tag';
import { DataTable } from '../../shared/table/data-table';
import { matchTone } from '../match-tone';
import { RevealDialog } from '../reveal/reveal-dialog';

const ROW_TONES: Readonly<Record<Family['state'], Tone>> = {
  valid: 'done',
  warning: 'soon',
  invalid: 'refused',
  duplicate: 'refused',
};
const VERDICT_TONES: Readonly<Record<NonNullable<Family['verdict']>, Tone>> = {
  eligible: 'done',
  ineligible: 'refused',
  check: 'soon',
};

export function FamiliesTable({ families }: { readonly families: readonly Family[] }): ReactNode {
  const { t, codeWord } = useWords();
  return (
    <DataTable
      caption={t('roster.list')}
      rows={families}
      keyOf={({ id }) => id}
      columns={[
        {
          name: t('case.family'),
          isHeader: true,
          cell: ({ kpmCode, rowNumber, familyCode }) => (
            <FamilyLink code={familyCode}>{kpmCode ?? t('roster.rowNumber', { row: rowNumber })}</FamilyLink>
          ),
        },
        { name: 'NIK', cell: ({ nikMasked }) => nikMasked },
        {
          name: t('roster.kelurahan'),
          cell: ({ kelurahanName, rtRw }) => [kelurahanName, rtRw].filter(Boolean).join(', '),
        },
        {
          name: t('roster.row'),
          cell: ({ state, findings, listedAs }) => (
            <>
              <StatusTag tone={ROW_TONES[state]}>{t(`rowState.${state}`)}</StatusTag>
              {listedAs.length > 0 && (
                <span className="line">{t('verdict.listed', { lists: listedAs.join(', ') })}</span>
              )}
              {findings.map(({ code, message }) => (
                <span key={code + message} className="line small-print">
                  {message}
                </span>
              ))}
            </>
          ),
        },
        {
          name: t('roster.match'),
          cell: ({ matchResult }) =>
            matchResult === null ? (
              '–'
            ) : (
              <StatusTag tone={matchTone(matchResult)}>{codeWord('match', matchResult)}</StatusTag>
            ),
        },
        {
          name: t('verdict.column.verdict'),
          cell: ({ verdict, verdictReason }) =>
            verdict === null ? (
              t('verdict.none')
            ) : (
              <>
                <StatusTag tone={VERDICT_TONES[verdict]}>{t(`verdict.${verdict}`)}</StatusTag>
                {verdictReason !== null && (
                  <span className="line small-print">{codeWord('reason', verdictReason)}</span>
                )}
              </>
            ),
        },
        {
          name: t('reveal.data'),
          cell: ({ id, kpmCode, rowNumber }) => <RevealDialog rowId={id} name={kpmCode ?? String(rowNumber)} />,
        },
      ]}
    />
  );
}

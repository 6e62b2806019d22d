import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CaseMeasure } from '../../api/schemas';
import { FamilyLink } from '../../families/family-link';
import { useWords } from '../../shared/language/use-words';
import { StatusTag, type Tone } from '../../shared/look/status-tag';
import { DataTable } from '../../shared/table/data-table';
import { MeasureActs } from './measure-acts';

export const MEASURE_TONES: Readonly<Record<CaseMeasure['state'], Tone>> = {
  proposed: 'soon',
  in_force: 'running',
  released: 'running',
  returning: 'running',
  ended: 'done',
  refused: 'refused',
  lapsed: 'neutral',
  overtaken: 'neutral',
};

interface Props {
  readonly measures: readonly CaseMeasure[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

export function MeasuresTable({ measures, chosen, onChoose }: Props): ReactNode {
  const { t, format } = useWords();
  const toggle = (id: string): void => {
    onChoose(chosen.has(id) ? new Set([...chosen].filter((other) => other !== id)) : new Set([...chosen, id]));
  };
  return (
    <DataTable
      caption={t('follow-up:measures.title')}
      rows={measures}
      keyOf={({ id }) => id}
      columns={[
        {
          name: t('case.family'),
          isHeader: true,
          cell: ({ id, kpmCode, familyCode, acts }) => (
            <span className="row">
              {acts.includes('approve') && (
                <Checkbox
                  size="md"
                  aria-label={t('follow-up:measures.choose', { family: kpmCode })}
                  checked={chosen.has(id)}
                  onChange={() => {
                    toggle(id);
                  }}
                />
              )}
              <FamilyLink code={familyCode}>{kpmCode}</FamilyLink>
            </span>
          ),
        },
        { name: t('case.place'), cell: ({ kelurahanName, kelurahanCode }) => kelurahanName ?? kelurahanCode },
        { name: t('follow-up:measures.kind'), cell: (measure) => <Kind measure={measure} /> },
        { name: t('follow-up:measures.amount'), isNumber: true, cell: (row) => format.rupiah(row.amountRupiah) },
        {
          name: t('follow-up:measures.state'),
          cell: ({ state, reason }) => (
            <span className="double">
              <StatusTag tone={MEASURE_TONES[state]}>{t(`follow-up:measures.is.${state}`)}</StatusTag>
              {reason !== null && (
                <span className="small-print">{t('follow-up:measures.because', { text: reason })}</span>
              )}
            </span>
          ),
        },
        {
          name: t('follow-up:measures.hands'),
          cell: ({ decider, verifier, ender }) =>
            [...new Set([decider, verifier, ender])].filter((name) => name !== null).join(', '),
        },
        {
          name: t('follow-up:measures.until'),
          cell: ({ state, dueOn, untilOn, useUntil }) => {
            const day = { proposed: dueOn, in_force: untilOn, released: useUntil }[state as string] ?? null;
            return day === null ? '–' : format.date(day);
          },
        },
        { name: t('follow-up:measures.act'), cell: (measure) => <MeasureActs measure={measure} /> },
      ]}
    />
  );
}

/** What was decided, on which ground, and until when. */
function Kind({ measure }: { readonly measure: CaseMeasure }): ReactNode {
  const { t, format } = useWords();
  const { kind, ground, untilOn } = measure;
  return (
    <span className="double">
      <span>{t(`follow-up:measures.kindIs.${kind}`)}</span>
      {kind === 'hold' && (
        <span className="small-print">
          {ground === null ? t('follow-up:measures.groundHidden') : t('follow-up:measures.ground', { text: ground })}
        </span>
      )}
      {untilOn !== null && (
        <span className="small-print">{t('follow-up:measures.heldUntil', { day: format.date(untilOn) })}</span>
      )}
    </span>
  );
}

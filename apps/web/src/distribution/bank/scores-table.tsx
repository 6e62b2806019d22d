import type { ReactNode } from 'react';
import type { PayerScore } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { DataTable } from '../../shared/table/data-table';
import { BreaksLink, creditedFamilies, failedFamilies, FamiliesLink, FilesLink } from './score-links';
import { usePayerName } from './use-payer-name';

/** Payers side by side. */
export function ScoresTable({ scores }: { readonly scores: readonly PayerScore[] }): ReactNode {
  const { t, format } = useWords();
  const nameOf = usePayerName();
  const share = (families: number, of: number): string => (of === 0 ? '' : ` (${format.percent(families, of)})`);
  return (
    <DataTable
      caption={t('money:scores.title')}
      rows={scores}
      keyOf={({ periodId, payer, channel }) => `${periodId} ${channel} ${payer}`}
      columns={[
        {
          name: t('money:files.service'),
          isHeader: true,
          cell: (score) => (
            <>
              {nameOf(score)}
              <div className="small-print">{format.months(score.months)}</div>
            </>
          ),
        },
        {
          name: t('money:scores.ordered'),
          isNumber: true,
          cell: (score) => (
            <FamiliesLink of={score} search={{}}>
              {format.count(score.ordered)}
            </FamiliesLink>
          ),
        },
        {
          name: t('money:scores.credited'),
          isNumber: true,
          cell: (score) => (
            <FamiliesLink of={score} search={creditedFamilies}>
              {format.count(score.credited) + share(score.credited, score.ordered)}
            </FamiliesLink>
          ),
        },
        {
          name: t('money:scores.failed'),
          isNumber: true,
          cell: (score) => (
            <FamiliesLink of={score} search={failedFamilies()}>
              {format.count(score.failed) + share(score.failed, score.ordered)}
            </FamiliesLink>
          ),
        },
        {
          name: t('money:scores.lateAnswers'),
          isNumber: true,
          cell: (score) => (
            <FilesLink of={score} search={{ isLate: true }}>
              {t('money:scores.ofSent', { late: format.count(score.late), sent: format.count(score.sent) })}
            </FilesLink>
          ),
        },
        {
          name: t('money:scores.breaksOpened'),
          isNumber: true,
          cell: (score) => <BreaksLink of={score} count={score.breaksOpened} />,
        },
        {
          name: t('money:scores.breaksOpen'),
          isNumber: true,
          cell: (score) => <BreaksLink of={score} state="open" count={score.breaksOpen} />,
        },
        {
          name: t('money:scores.idle'),
          isNumber: true,
          cell: (score) => (
            <FamiliesLink of={score} search={{ isIdle: true }}>
              {`${format.count(score.idle)} · ${format.rupiah(score.idleRupiah)}`}
            </FamiliesLink>
          ),
        },
        {
          name: t('money:scores.returned'),
          isNumber: true,
          cell: (score) => (
            <FamiliesLink of={score} search={{ states: 'returned' }}>
              {`${format.count(score.returned)} · ${format.rupiah(score.returnedRupiah)}`}
            </FamiliesLink>
          ),
        },
      ]}
    />
  );
}

import type { ReactNode } from 'react';
import type { Statement } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { Difference } from './difference';
import { CREDITED_PARTS } from './money-parts';

/** Both equations in figures and the ledger against the families' rows, each with a tick or the difference. */
export function Identities({ statement }: { readonly statement: Statement }): ReactNode {
  const { t, format } = useWords();
  const credited = CREDITED_PARTS.map(
    (part) => `${t(`money.part.${part}`).toLowerCase()} ${format.rupiah(statement[part].amountRupiah)}`,
  ).join(' + ');
  return (
    <div className="stack">
      <Difference
        name={`${t('money.part.allocated')} ${format.rupiah(statement.allocated.amountRupiah)} = ${t('money.sixParts')}`}
        amount={statement.firstDifferenceRupiah}
        families={statement.firstDifferenceFamilies}
      />
      <Difference
        name={`${t('money.part.credited')} ${format.rupiah(statement.credited.amountRupiah)} = ${credited}`}
        amount={statement.secondDifferenceRupiah}
        families={statement.secondDifferenceFamilies}
      />
      {statement.ledgerDifferences.length === 0 && <Difference name={t('money.twoCounts')} amount="0" families={0} />}
      {statement.ledgerDifferences.map(({ state, families, amountRupiah }) => (
        <Difference
          key={state}
          name={`${t('money.twoCounts')}: ${t(`account.${state}`)}`}
          amount={amountRupiah}
          families={families}
        />
      ))}
    </div>
  );
}

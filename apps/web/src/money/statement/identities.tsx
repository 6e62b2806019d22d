import type { ReactNode } from 'react';
import type { Statement } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { Difference } from './difference';
import { CREDITED_PARTS } from './money-parts';

/** Both equations in figures, each with a tick or the difference. */
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
      />
      <Difference
        name={`${t('money.part.credited')} ${format.rupiah(statement.credited.amountRupiah)} = ${credited}`}
        amount={statement.secondDifferenceRupiah}
      />
    </div>
  );
}

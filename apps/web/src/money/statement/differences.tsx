import type { ReactNode } from 'react';
import type { Statement } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { differencesOf } from './money-parts';

/** A tick, or every difference of a statement in families and rupiah: one cell of a table of territories. */
export function Differences({ statement }: { readonly statement: Statement }): ReactNode {
  const { t, format } = useWords();
  const found = differencesOf(statement).map(({ families, amountRupiah }) =>
    t('money.differs', { families: format.count(families), rupiah: format.rupiah(amountRupiah) }),
  );
  return found.length === 0 ? `✓ ${format.rupiah('0')}` : found.join(' · ');
}

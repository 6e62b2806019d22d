import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import { StatusTag } from '../../shared/look/status-tag';

interface Props {
  readonly name: string;
  readonly amount: string;
  /** Where they are counted too. */
  readonly families?: number;
}

/** Whether an identity holds; a difference is shown to the family and the rupiah, never hidden. */
export function Difference({ name, amount, families = 0 }: Props): ReactNode {
  const { t, format } = useWords();
  const holds = amount === '0' && families === 0;
  const rupiah = format.rupiah(amount);
  const differs =
    families === 0
      ? t('money.differsRupiah', { rupiah })
      : t('money.differs', { families: format.count(families), rupiah });
  return (
    <p className="row">
      <span>{name}</span>
      <StatusTag tone={holds ? 'done' : 'late'}>{holds ? t('money.holds') : differs}</StatusTag>
    </p>
  );
}

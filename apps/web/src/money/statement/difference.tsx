import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import { StatusTag } from '../../shared/look/status-tag';

interface Props {
  readonly name: string;
  readonly amount: string;
}

/** Whether an identity holds; a difference is shown to the rupiah, never hidden. */
export function Difference({ name, amount }: Props): ReactNode {
  const { t, format } = useWords();
  const holds = amount === '0';
  return (
    <p className="row">
      <span>{name}</span>
      <StatusTag tone={holds ? 'done' : 'late'}>
        {holds ? t('money.holds') : t('money.differs', { rupiah: format.rupiah(amount) })}
      </StatusTag>
    </p>
  );
}

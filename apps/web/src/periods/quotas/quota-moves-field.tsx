import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import { BadQuotaLines } from '../bad-quota-lines';
import type { BadMove, QuotaMove } from './quota-moves-text';

interface Props {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly moves: readonly QuotaMove[];
  readonly badLines: readonly BadMove[];
  /** Families and rupiah more or fewer in the nation. */
  readonly net: number;
  readonly netRupiah: bigint;
}

/** Changes of quota as lines, with what they cost the budget before anything is sent. */
export function QuotaMovesField({ value, onChange, moves, badLines, net, netRupiah }: Props): ReactNode {
  const { t, format } = useWords();
  return (
    <>
      <Textarea
        label={t('money:quotaChange.lines')}
        description={t('money:quotaChange.linesHint')}
        autosize
        minRows={3}
        maxRows={16}
        required
        ff="monospace"
        error={
          badLines.length > 0 ? (
            <BadQuotaLines lines={badLines} say={(fault, line) => t(`money:quotaChange.bad.${fault}`, line)} />
          ) : (
            false
          )
        }
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
      <p aria-live="polite">
        {t('money:quotaChange.cities')}: {format.count(moves.length)} · {t('money:quotaChange.net')}:{' '}
        {format.signed(net)} · {format.rupiah(netRupiah)}
      </p>
    </>
  );
}

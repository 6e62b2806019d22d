import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
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

const SHOWN = 8;

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
        error={badLines.length > 0 ? <BadMoves lines={badLines} /> : false}
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

function BadMoves({ lines }: { readonly lines: readonly BadMove[] }): ReactNode {
  const { t, format } = useWords();
  return (
    <>
      {lines.slice(0, SHOWN).map(({ line, text, fault }) => (
        <span key={line} style={{ display: 'block' }}>
          {t(`money:quotaChange.bad.${fault}`, { line: format.count(line), text })}
        </span>
      ))}
      {lines.length > SHOWN && t('money:quota.bad.more', { lines: format.count(lines.length - SHOWN) })}
    </>
  );
}

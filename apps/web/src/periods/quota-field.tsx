import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../shared/language/use-words';
import { BadQuotaLines } from './bad-quota-lines';
import { readQuotas } from './quota-text';

interface Props {
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Rupiah a family receives in the period, where it is known: for the what-if total. */
  readonly rupiahPerFamily: string | undefined;
}

/** Quotas as a pasted table, with what they would cost before anything is sent. */
export function QuotaField({ value, onChange, rupiahPerFamily }: Props): ReactNode {
  const { t, format } = useWords();
  const { quotas, badLines } = readQuotas(value);
  const families = quotas.reduce((sum, { quotaFamilies }) => sum + quotaFamilies, 0);
  const cost = rupiahPerFamily === undefined ? undefined : BigInt(families) * BigInt(rupiahPerFamily);
  return (
    <>
      <Textarea
        label={t('money:quota.label')}
        description={t('money:quota.hint')}
        autosize
        minRows={4}
        maxRows={16}
        required
        ff="monospace"
        error={
          badLines.length > 0 ? (
            <BadQuotaLines lines={badLines} say={(fault, line) => t(`money:quota.bad.${fault}`, line)} />
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
        {t('money:quota.total', { cities: format.count(quotas.length), families: format.count(families) })}
        {cost !== undefined && ` · ${format.rupiah(cost)}`}
      </p>
    </>
  );
}

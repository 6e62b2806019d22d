import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { NewSlice } from '../api/schemas';
import { useWords } from '../shared/language/use-words';

const digits = (typed: string): string => typed.replaceAll(/\D/g, '');

interface Props {
  readonly slice: NewSlice;
  readonly rupiahPerFamily: bigint;
  readonly onChange: (more: Partial<NewSlice>) => void;
}

/** Ceiling and days; the rupiah follow the families and may be changed, and what was understood stands below them. */
export function OfferFigures({ slice, rupiahPerFamily, onChange }: Props): ReactNode {
  const { t, format } = useWords();
  return (
    <>
      <TextInput
        label={t('mandates:families')}
        inputMode="numeric"
        required
        value={slice.ceilingFamilies === 0 ? '' : String(slice.ceilingFamilies)}
        onChange={({ currentTarget: { value } }) => {
          const families = Number(digits(value).slice(0, 8));
          onChange({ ceilingFamilies: families, ceilingRupiah: (BigInt(families) * rupiahPerFamily).toString() });
        }}
      />
      <TextInput
        label={t('mandates:rupiah')}
        description={format.rupiah(slice.ceilingRupiah)}
        inputMode="numeric"
        required
        value={slice.ceilingRupiah === '0' ? '' : slice.ceilingRupiah}
        onChange={({ currentTarget: { value } }) => {
          onChange({ ceilingRupiah: digits(value).slice(0, 17) || '0' });
        }}
      />
      {(['validFrom', 'validTo'] as const).map((field) => (
        <TextInput
          key={field}
          type="date"
          label={t(`mandates:${field}`)}
          required
          value={slice[field]}
          onChange={({ currentTarget: { value } }) => {
            onChange({ [field]: value });
          }}
        />
      ))}
    </>
  );
}

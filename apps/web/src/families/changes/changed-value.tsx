import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { NewFamilyChange } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';

type Field = NewFamilyChange['field'];
type Value = NewFamilyChange['value'];

const PARTS: Readonly<Record<Field, readonly (keyof Value)[]>> = {
  name: ['fullName'],
  address: ['address', 'rt', 'rw'],
  phone: ['phone'],
  head: ['nik', 'fullName'],
  reentry: [],
};

/** Of a re-entry nothing is typed: that is what it says. */
export const givenOf = (field: Field, value: Value): Value =>
  field === 'reentry'
    ? { standing: 'listed' }
    : Object.fromEntries(PARTS[field].map((part) => [part, (value[part] ?? '').trim()]));

interface Props {
  readonly field: Field;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** What a part of a family's record says instead. */
export function ChangedValue({ field, value, onChange }: Props): ReactNode {
  const { t } = useWords();
  return PARTS[field].map((part) => (
    <TextInput
      key={part}
      label={t(`families:change.part.${part}`)}
      autoComplete="off"
      {...(part === 'nik' ? { inputMode: 'numeric', pattern: '[0-9]{16}', maxLength: 16 } : {})}
      {...(part === 'phone' ? { inputMode: 'tel' } : {})}
      required
      value={value[part] ?? ''}
      onChange={({ currentTarget }) => {
        onChange({ ...value, [part]: currentTarget.value });
      }}
    />
  ));
}

import { Select } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props<Value extends string> {
  readonly label: string;
  readonly of: readonly Value[];
  readonly nameOf: (value: Value) => string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly isSearched?: boolean;
}

/** One of several; there is always one. */
export function Choose<Value extends string>(props: Props<Value>): ReactNode {
  const { label, of, nameOf, value, onChange, isSearched = false } = props;
  return (
    <Select
      label={label}
      allowDeselect={false}
      searchable={isSearched}
      data={of.map((one) => ({ value: one, label: nameOf(one) }))}
      value={value}
      onChange={(chosen) => {
        const known = of.find((one) => one === chosen);
        if (known !== undefined) onChange(known);
      }}
    />
  );
}

import { Select } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  readonly label: string;
  /** Values with their names. */
  readonly offered: readonly (readonly [string, string])[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
}

/** One of several that has to be one of them; shown where there is something to choose. */
export function Choice({ label, offered, value, onChoose }: Props): ReactNode {
  if (offered.length < 2) return null;
  return (
    <Select
      label={label}
      allowDeselect={false}
      data={offered.map(([code, name]) => ({ value: code, label: name }))}
      value={value}
      onChange={(chosen) => {
        onChoose(chosen ?? value);
      }}
    />
  );
}

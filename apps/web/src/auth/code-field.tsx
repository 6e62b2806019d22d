import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A code of the authenticator app: phones offer it where they know it. */
export function CodeField({ label, value, onChange }: Props): ReactNode {
  return (
    <TextInput
      label={label}
      size="md"
      required
      autoComplete="one-time-code"
      inputMode="text"
      maxLength={20}
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}

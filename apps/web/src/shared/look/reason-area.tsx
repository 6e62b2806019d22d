import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (reason: string) => void;
  readonly required?: boolean;
}

/** Why something is done, in a sentence that a later reader can follow. */
export function ReasonArea({ label, value, onChange, required = true }: Props): ReactNode {
  return (
    <Textarea
      label={label}
      autosize
      minRows={2}
      minLength={5}
      maxLength={500}
      required={required}
      value={value}
      onChange={({ currentTarget }) => {
        onChange(currentTarget.value);
      }}
    />
  );
}

import { PasswordInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../shared/language/use-words';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The officer's password once more, where factors are added or taken away. */
export function OwnPassword({ label, value, onChange }: Props): ReactNode {
  const { t } = useWords();
  return (
    <PasswordInput
      label={label}
      autoComplete="current-password"
      size="md"
      required
      visibilityToggleButtonProps={{ 'aria-label': t('auth:signIn.show') }}
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}

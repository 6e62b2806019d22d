import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';

interface Props {
  readonly value: string;
  readonly isMissing: boolean;
  readonly onChange: (reason: string) => void;
}

export function ReasonField({ value, isMissing, onChange }: Props): ReactNode {
  const { t } = useWords();
  return (
    <Textarea
      label={t('task.reason')}
      description={t('task.reasonHint')}
      autosize
      minRows={3}
      maxLength={2000}
      size="md"
      required
      error={isMissing ? t('task.missing.reason') : false}
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}

import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../language/use-words';

/** As the API has it: what is shorter explains nothing. */
const MIN_LETTERS = 10;

export const isExplained = (explanation: string): boolean => explanation.trim().length >= MIN_LETTERS;

interface Props {
  /** What the explanation rests on. */
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** On what a decision about money rests, in words; too short is said once something is written. */
export function ExplanationField({ hint, value, onChange }: Props): ReactNode {
  const { t } = useWords();
  return (
    <Textarea
      label={t('explanation.label')}
      description={hint}
      autosize
      minRows={2}
      maxLength={1000}
      error={value !== '' && !isExplained(value) ? t('explanation.tooShort') : false}
      value={value}
      onChange={({ currentTarget: { value: written } }) => {
        onChange(written);
      }}
    />
  );
}

import { Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Rule } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { wholeRupiah } from '../shared/words/whole-number';
import { useRuleWords } from './use-rule-words';

interface Props {
  readonly rule: Rule;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A value of the shape that the rule asks for; beside it, what it is now. */
export function RuleValueField({ rule, value, onChange }: Props): ReactNode {
  const { t, format } = useWords();
  const words = useRuleWords();
  const { shape } = rule;
  const label = `${t('policies:value')} (${t('policies:now')}: ${words.value(rule.key, rule.value)})`;
  if (shape.of === 'choice') {
    return (
      <Select
        label={label}
        required
        data={shape.choices.map((choice) => ({ value: choice, label: words.value(rule.key, choice) }))}
        value={value === '' ? null : value}
        onChange={(chosen) => {
          onChange(chosen ?? '');
        }}
      />
    );
  }
  const read = valueAsRead(rule, value);
  const hint =
    shape.of === 'count' &&
    (read === value
      ? t('policies:valueHint', { least: format.count(shape.least), most: format.count(shape.most) })
      : words.value(rule.key, Number(read)));
  return (
    <TextInput
      label={label}
      description={hint}
      required
      maxLength={100}
      {...(shape.of === 'count' ? { inputMode: 'numeric' } : {})}
      value={value}
      onChange={({ currentTarget: { value: written } }) => {
        onChange(written);
      }}
    />
  );
}

/** What is sent: a count in digits, however it is grouped. Only once it is whole: of `250.00` on its way to `250.000` nothing is known yet. */
export const valueAsRead = ({ shape }: Rule, written: string): string =>
  shape.of === 'count' ? (wholeRupiah(written) ?? written) : written;

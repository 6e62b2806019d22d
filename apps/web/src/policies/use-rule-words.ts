import { useWords } from '../shared/language/use-words';

interface RuleWords {
  readonly name: (key: string) => string;
  /** The value in the units of the rule, as a person reads it. */
  readonly value: (key: string, value: string | number) => string;
}

/** How rules and their values are called. */
export function useRuleWords(): RuleWords {
  const { format, codeWord } = useWords();
  return {
    name: (key) => codeWord('policies:rule', key),
    value: (key, value) => {
      if (typeof value === 'string') return codeWord('policies:choice', value);
      if (key.startsWith('benefit.')) return format.rupiah(BigInt(value));
      const unit = codeWord('policies:unit', key);
      return unit === key ? format.count(value) : `${format.count(value)} ${unit}`;
    },
  };
}

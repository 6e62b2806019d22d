import { Checkbox, Select, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Rule } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useWords } from '../shared/language/use-words';
import { CommandForm } from '../shared/look/command-form';
import { OpenedForm } from '../shared/look/opened-form';
import { announce } from '../shared/states/live-region';
import { proposeChange } from './policy-queries';
import { RuleValueField, valueAsRead } from './rule-value-field';
import { useRuleWords } from './use-rule-words';

interface Props {
  readonly programme: string;
  readonly rules: readonly Rule[];
  readonly today: string;
}

/** Another value of a rule, entered from the paper that says so. */
export function ChangeForm(props: Props): ReactNode {
  const { t } = useWords();
  return <OpenedForm name={t('policies:change')}>{(close) => <OpenForm {...props} onClose={close} />}</OpenedForm>;
}

function OpenForm({ programme, rules, today, onClose }: Props & { readonly onClose: () => void }): ReactNode {
  const { t } = useWords();
  const words = useRuleWords();
  const [rule, setRule] = useState<Rule>();
  const [change, setChange] = useState({ value: '', effectiveFrom: today, source: '', verified: false });
  const command = useCommand(proposeChange);
  return (
    <CommandForm
      send={t('policies:send')}
      command={command}
      consequence={t('policies:consequence')}
      onSubmit={() => {
        if (rule === undefined) return;
        command.mutate(
          { programme, key: rule.key, ...change, value: valueAsRead(rule, change.value) },
          {
            onSuccess: () => {
              announce(t('policies:sent'));
              onClose();
            },
          },
        );
      }}
      onClose={onClose}
    >
      <Select
        label={t('policies:choose')}
        searchable
        required
        data={rules.map(({ key }) => ({ value: key, label: words.name(key) }))}
        value={rule?.key ?? null}
        onChange={(key) => {
          setRule(rules.find((one) => one.key === key));
          setChange({ ...change, value: '' });
        }}
      />
      {rule !== undefined && (
        <RuleValueField
          rule={rule}
          value={change.value}
          onChange={(value) => {
            setChange({ ...change, value });
          }}
        />
      )}
      {(['effectiveFrom', 'source'] as const).map((field) => (
        <TextInput
          key={field}
          type={field === 'effectiveFrom' ? 'date' : 'text'}
          label={t(field === 'effectiveFrom' ? 'policies:from' : 'policies:paper')}
          required
          minLength={5}
          maxLength={300}
          value={change[field]}
          onChange={({ currentTarget: { value } }) => {
            setChange({ ...change, [field]: value });
          }}
        />
      ))}
      <Checkbox
        label={t('policies:wasRead')}
        checked={change.verified}
        onChange={({ currentTarget: { checked } }) => {
          setChange({ ...change, verified: checked });
        }}
      />
    </CommandForm>
  );
}

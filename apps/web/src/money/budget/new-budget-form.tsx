import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useCommand } from '../../api/use-command';
import { useWords } from '../../shared/language/use-words';
import { Choice } from '../../shared/look/choice';
import { CommandForm } from '../../shared/look/command-form';
import { OpenedForm } from '../../shared/look/opened-form';
import { announce } from '../../shared/states/live-region';
import { wholeRupiah } from '../../shared/words/whole-number';
import { proposeBudget } from './budget-queries';

/** A DIPA or its revision, entered from the paper. */
export function NewBudgetForm({ programmes }: { readonly programmes: readonly string[] }): ReactNode {
  const { t } = useWords();
  return (
    <OpenedForm name={t('money:budget.add')}>
      {(close) => <OpenForm programmes={programmes} onClose={close} />}
    </OpenedForm>
  );
}

interface Props {
  readonly programmes: readonly string[];
  readonly onClose: () => void;
}

function OpenForm({ programmes, onClose }: Props): ReactNode {
  const { t, format } = useWords();
  const [programme, setProgramme] = useState(programmes[0] ?? '');
  const [paper, setPaper] = useState({ year: '', dipaNumber: '', dipaOn: '', amount: '' });
  const command = useCommand(proposeBudget);
  const amountRupiah = wholeRupiah(paper.amount);
  const isUnread = paper.amount.trim() !== '' && amountRupiah === undefined;
  return (
    <CommandForm
      send={t('money:budget.send')}
      command={command}
      consequence={t('money:budget.consequence')}
      onSubmit={() => {
        if (amountRupiah === undefined) return;
        const { year, dipaNumber, dipaOn } = paper;
        command.mutate(
          { programme, year: Number(year), dipaNumber, dipaOn, amountRupiah },
          {
            onSuccess: () => {
              announce(t('money:budget.sent'));
              onClose();
            },
          },
        );
      }}
      onClose={onClose}
    >
      <Choice
        label={t('money:budget.programme')}
        offered={programmes.map((name) => [name, name])}
        value={programme}
        onChoose={setProgramme}
      />
      {(['year', 'dipaNumber', 'dipaOn', 'amount'] as const).map((field) => (
        <TextInput
          key={field}
          type={field === 'dipaOn' ? 'date' : 'text'}
          {...(field === 'year' ? { inputMode: 'numeric', pattern: '20\\d{2}', maxLength: 4 } : {})}
          {...(field === 'amount' ? { inputMode: 'numeric', error: isUnread && t('money:budget.amountUnread') } : {})}
          description={field === 'amount' && amountRupiah !== undefined ? format.rupiah(amountRupiah) : undefined}
          label={t(`money:budget.${field}`)}
          required
          value={paper[field]}
          onChange={({ currentTarget: { value } }) => {
            setPaper({ ...paper, [field]: value });
          }}
        />
      ))}
    </CommandForm>
  );
}

import { NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { NewLeave } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { useWords } from '../../shared/language/use-words';
import { CommandForm } from '../../shared/look/command-form';
import { fieldError } from '../field-error';
import { addLeave } from '../organisation-queries';

const KINDS = ['annual', 'sick', 'duty', 'other'] as const;

/** Days on which an officer is away; the kind is for those who keep the register. */
export function LeaveForm({
  officerId,
  onClose,
}: {
  readonly officerId: string;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useWords();
  const [leave, setLeave] = useState<NewLeave>({ kind: 'annual', firstDay: '', lastDay: '' });
  const command = useCommand(addLeave(officerId));
  return (
    <CommandForm
      send={t('organisation:leave.send')}
      command={command}
      consequence={t('organisation:leave.consequence')}
      onSubmit={() => {
        command.mutate(leave, {
          onSuccess: onClose,
        });
      }}
      onClose={onClose}
    >
      <NativeSelect
        label={t('organisation:leave.kind')}
        value={leave.kind}
        data={KINDS.map((value) => ({ value, label: t(`organisation:leave.of.${value}`) }))}
        onChange={({ currentTarget: { value } }) => {
          setLeave({ ...leave, kind: KINDS.find((known) => known === value) ?? 'other' });
        }}
      />
      {(['firstDay', 'lastDay'] as const).map((field) => (
        <TextInput
          key={field}
          type="date"
          label={t(`organisation:leave.${field}`)}
          required
          value={leave[field]}
          error={fieldError(command.error, field)}
          onChange={({ currentTarget: { value } }) => {
            setLeave({ ...leave, [field]: value });
          }}
        />
      ))}
    </CommandForm>
  );
}

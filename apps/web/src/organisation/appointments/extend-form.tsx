import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { AppointmentRow } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { useWords } from '../../shared/language/use-words';
import { CommandForm } from '../../shared/look/command-form';
import { fieldError } from '../field-error';
import { extendActing } from '../organisation-queries';

interface Props {
  readonly appointment: AppointmentRow;
  readonly onClose: () => void;
}

/** Lets a Plt go on, once, by another letter. */
export function ExtendForm({ appointment, onClose }: Props): ReactNode {
  const { t } = useWords();
  const [extension, setExtension] = useState({ validTo: '', letterNumber: '' });
  const command = useCommand(extendActing(appointment.id));
  return (
    <CommandForm
      send={t('organisation:extend.send')}
      command={command}
      consequence={t('organisation:extend.consequence')}
      onSubmit={() => {
        command.mutate(extension, {
          onSuccess: onClose,
        });
      }}
      onClose={onClose}
    >
      {(['validTo', 'letterNumber'] as const).map((field) => (
        <TextInput
          key={field}
          type={field === 'validTo' ? 'date' : 'text'}
          label={t(`organisation:appoint.${field}`)}
          required
          maxLength={100}
          value={extension[field]}
          error={fieldError(command.error, field)}
          onChange={({ currentTarget: { value } }) => {
            setExtension({ ...extension, [field]: value });
          }}
        />
      ))}
    </CommandForm>
  );
}

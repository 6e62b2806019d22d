import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { AppointmentRow } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { useWords } from '../../shared/language/use-words';
import { FormEnd } from '../../shared/look/form-end';
import { fieldError } from '../field-error';
import { extendActing } from '../organisation-queries';

interface Props {
  readonly appointment: AppointmentRow;
  readonly onClose: () => void;
}

/** Lets a Plt go on, once, by another letter. */
export function ExtendForm({ appointment, onClose }: Props): ReactNode {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const [extension, setExtension] = useState({ validTo: '', letterNumber: '' });
  const command = useCommand(extendActing(appointment.id));
  return (
    <form
      className="panel stack"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        command.mutate(extension, {
          onSuccess: () => {
            onClose();
            void queryClient.invalidateQueries({ queryKey: ['organisation'] });
          },
        });
      }}
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
      <p className="consequence">{t('organisation:extend.consequence')}</p>
      <FormEnd send={t('organisation:extend.send')} command={command} onClose={onClose} />
    </form>
  );
}

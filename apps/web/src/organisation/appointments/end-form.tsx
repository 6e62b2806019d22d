import { Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { AppointmentRow } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { useWords } from '../../shared/language/use-words';
import { FormEnd } from '../../shared/look/form-end';
import { announce } from '../../shared/states/live-region';
import { fieldError } from '../field-error';
import { endAppointment } from '../organisation-queries';

interface Props {
  readonly appointment: AppointmentRow;
  readonly onEnded: (tasksHeld: number) => void;
  readonly onClose: () => void;
}

/** Ends a post on a day, or at once when none is given; what the officer holds stays until it is handed over. */
export function EndForm({ appointment, onEnded, onClose }: Props): ReactNode {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const [lastDay, setLastDay] = useState('');
  const [reason, setReason] = useState('');
  const command = useCommand(endAppointment(appointment.id));
  return (
    <form
      className="panel stack"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        command.mutate(
          { reason, ...(lastDay === '' ? {} : { lastDay }) },
          {
            onSuccess: ({ tasksHeld }) => {
              onEnded(tasksHeld);
              announce(t('organisation:end.done'));
              void queryClient.invalidateQueries({ queryKey: ['organisation'] });
            },
          },
        );
      }}
    >
      <TextInput
        type="date"
        label={t('organisation:end.lastDay')}
        description={t('organisation:end.lastDayHint')}
        value={lastDay}
        error={fieldError(command.error, 'lastDay')}
        onChange={({ currentTarget: { value } }) => {
          setLastDay(value);
        }}
      />
      <Textarea
        label={t('organisation:reason')}
        autosize
        minRows={2}
        minLength={5}
        maxLength={500}
        required
        value={reason}
        onChange={({ currentTarget: { value } }) => {
          setReason(value);
        }}
      />
      <p className="consequence">{t(lastDay === '' ? 'organisation:end.now' : 'organisation:end.later')}</p>
      <FormEnd send={t('organisation:end.send')} command={command} onClose={onClose} />
    </form>
  );
}

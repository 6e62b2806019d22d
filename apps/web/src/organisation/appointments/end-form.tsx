import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { AppointmentRow } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { useWords } from '../../shared/language/use-words';
import { CommandForm } from '../../shared/look/command-form';
import { ReasonArea } from '../../shared/look/reason-area';
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
  const [lastDay, setLastDay] = useState('');
  const [reason, setReason] = useState('');
  const command = useCommand(endAppointment(appointment.id));
  return (
    <CommandForm
      send={t('organisation:end.send')}
      command={command}
      consequence={t(lastDay === '' ? 'organisation:end.now' : 'organisation:end.later')}
      onSubmit={() => {
        command.mutate(
          { reason, ...(lastDay === '' ? {} : { lastDay }) },
          {
            onSuccess: ({ tasksHeld }) => {
              onEnded(tasksHeld);
              announce(t('organisation:end.done'));
            },
          },
        );
      }}
      onClose={onClose}
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
      <ReasonArea label={t('organisation:reason')} value={reason} onChange={setReason} />
    </CommandForm>
  );
}

import { type ReactNode, useState } from 'react';
import type { AppointmentRow } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { useWords } from '../../shared/language/use-words';
import { CommandForm } from '../../shared/look/command-form';
import { ReasonArea } from '../../shared/look/reason-area';
import { announce } from '../../shared/states/live-region';
import { confirmPost, refusePost } from '../organisation-queries';

interface Props {
  readonly appointment: AppointmentRow;
  readonly onClose: () => void;
}

/** The second person says that this officer holds the post: from then on it holds. */
export function ConfirmForm({ appointment, onClose }: Props): ReactNode {
  const { t, codeWord } = useWords();
  const command = useCommand(confirmPost(appointment.id));
  const { role, office } = appointment;
  return (
    <CommandForm
      send={t('organisation:confirm.send')}
      command={command}
      consequence={t('organisation:confirm.consequence', { role: codeWord('common:role', role), office })}
      onSubmit={() => {
        command.mutate(null, {
          onSuccess: () => {
            announce(t('organisation:confirm.done'));
            onClose();
          },
        });
      }}
      onClose={onClose}
    >
      {null}
    </CommandForm>
  );
}

/** The second person says that they don't: then it never held. */
export function RefuseForm({ appointment, onClose }: Props): ReactNode {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const command = useCommand(refusePost(appointment.id));
  return (
    <CommandForm
      send={t('organisation:refuse.send')}
      command={command}
      consequence={t('organisation:refuse.consequence')}
      onSubmit={() => {
        command.mutate({ reason }, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <ReasonArea label={t('organisation:reason')} value={reason} onChange={setReason} />
    </CommandForm>
  );
}

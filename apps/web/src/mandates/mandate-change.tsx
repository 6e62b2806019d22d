import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { answer, api } from '../api/client';
import type { Mandate } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useWords } from '../shared/language/use-words';
import { CommandForm } from '../shared/look/command-form';
import { ReasonArea } from '../shared/look/reason-area';

type Move = Exclude<Mandate['moves'][number], 'expired'>;

const isMove = (move: Mandate['moves'][number]): move is Move => move !== 'expired';

/** What the reader may do to a mandate, with its consequence and a reason; the next decision feels it at once. */
export function MandateChange({ mandate }: { readonly mandate: Mandate }): ReactNode {
  const { t } = useWords();
  const [event, setEvent] = useState<Move>();
  const offered = mandate.moves.filter(isMove);
  if (offered.length === 0) return null;
  if (event !== undefined) {
    return (
      <MoveForm
        mandate={mandate}
        event={event}
        onClose={() => {
          setEvent(undefined);
        }}
      />
    );
  }
  return (
    <div className="row">
      {offered.map((name) => (
        <Button
          key={name}
          variant="default"
          h={44}
          onClick={() => {
            setEvent(name);
          }}
        >
          {t(`mandates:do.${name}`)}
        </Button>
      ))}
    </div>
  );
}

interface FormProps {
  readonly mandate: Mandate;
  readonly event: Move;
  readonly onClose: () => void;
}

function MoveForm({ mandate: { id, grantee }, event, onClose }: FormProps): ReactNode {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const change = useCommand((body: { event: Move; reason?: string }, key) =>
    answer(
      api.POST('/api/v1/mandates/{mandateId}/events', {
        params: { path: { mandateId: id }, header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
  );
  return (
    <CommandForm
      send={t(`mandates:do.${event}`)}
      command={change}
      consequence={t(`mandates:consequence.${event}`, { grantee })}
      onSubmit={() => {
        const why = reason.trim();
        change.mutate({ event, ...(why === '' ? {} : { reason: why }) }, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <ReasonArea label={t('task.reason')} required={event !== 'accepted'} value={reason} onChange={setReason} />
    </CommandForm>
  );
}

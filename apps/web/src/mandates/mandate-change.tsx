import { Button, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { answer, api } from '../api/client';
import type { Mandate } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useWords } from '../shared/language/use-words';
import { ProblemNotice } from '../shared/states/problem-notice';

type Move = Exclude<Mandate['moves'][number], 'expired'>;

const isMove = (move: Mandate['moves'][number]): move is Move => move !== 'expired';

/** What the reader may do to a mandate, with its consequence and a reason; the next decision feels it at once. */
export function MandateChange({ mandate }: { readonly mandate: Mandate }): ReactNode {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const [event, setEvent] = useState<Move>();
  const [reason, setReason] = useState('');
  const change = useCommand((body: { event: Move; reason?: string }, key) =>
    answer(
      api.POST('/api/v1/mandates/{mandateId}/events', {
        params: { path: { mandateId: mandate.id }, header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
  );
  const close = (): void => {
    setEvent(undefined);
    setReason('');
  };
  const offered = mandate.moves.filter(isMove);
  if (offered.length === 0) return null;
  if (event === undefined) {
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
  return (
    <form
      className="panel stack"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        change.mutate(
          { event, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) },
          {
            onSuccess: () => {
              close();
              void queryClient.invalidateQueries();
            },
          },
        );
      }}
    >
      <p className="consequence">{t(`mandates:consequence.${event}`, { grantee: mandate.grantee })}</p>
      <Textarea
        label={t('task.reason')}
        autosize
        minRows={2}
        minLength={5}
        maxLength={500}
        required={event !== 'accepted'}
        value={reason}
        onChange={(typed) => {
          setReason(typed.currentTarget.value);
        }}
      />
      {change.error !== null && <ProblemNotice error={change.error} />}
      <div className="row">
        <Button type="submit" aria-disabled={change.isPending}>
          {t(`mandates:do.${event}`)}
        </Button>
        <Button variant="default" onClick={close}>
          {t('reveal.cancel')}
        </Button>
      </div>
    </form>
  );
}

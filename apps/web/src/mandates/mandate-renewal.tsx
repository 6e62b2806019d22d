import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { answer, api } from '../api/client';
import type { Mandate } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useWords } from '../shared/language/use-words';
import { CommandForm } from '../shared/look/command-form';
import { ReasonArea } from '../shared/look/reason-area';

/** A later last day for a mandate, or a city's mandate given anew after it ended; for its giver only. */
export function MandateRenewal({ mandate }: { readonly mandate: Mandate }): ReactNode {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [command, setCommand] = useState({ validTo: '', reason: '' });
  const renew = useCommand((body: typeof command, key) =>
    answer(
      api.POST('/api/v1/mandates/{mandateId}/renewal', {
        params: { path: { mandateId: mandate.id }, header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
  );
  const { mayRenew } = mandate;
  if (mayRenew === null) return null;
  const toggle = (): void => {
    setOpen(!isOpen);
  };
  if (!isOpen) {
    return (
      <div className="row">
        <Button variant="default" h={44} onClick={toggle}>
          {t(`mandates:do.${mayRenew}`)}
        </Button>
      </div>
    );
  }
  return (
    <CommandForm
      send={t(`mandates:do.${mayRenew}`)}
      command={renew}
      consequence={t(`mandates:consequence.${mayRenew}`, { grantee: mandate.grantee })}
      onSubmit={() => {
        renew.mutate(command, {
          onSuccess: toggle,
        });
      }}
      onClose={toggle}
    >
      <TextInput
        type="date"
        label={t('mandates:validTo')}
        required
        value={command.validTo}
        onChange={({ currentTarget: { value } }) => {
          setCommand({ ...command, validTo: value });
        }}
      />
      <ReasonArea
        label={t('task.reason')}
        value={command.reason}
        onChange={(reason) => {
          setCommand({ ...command, reason });
        }}
      />
    </CommandForm>
  );
}

import { Button, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { answer, api } from '../api/client';
import type { Mandate } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useWords } from '../shared/language/use-words';
import { FormEnd } from '../shared/look/form-end';

/** A later last day for a mandate, or a city's mandate given anew after it ended; for its giver only. */
export function MandateRenewal({ mandate }: { readonly mandate: Mandate }): ReactNode {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [wish, setWish] = useState({ validTo: '', reason: '' });
  const renew = useCommand((body: typeof wish, key) =>
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
    <form
      className="panel stack"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        if (renew.isPending) return;
        renew.mutate(wish, {
          onSuccess: () => {
            toggle();
            void queryClient.invalidateQueries();
          },
        });
      }}
    >
      <TextInput
        type="date"
        label={t('mandates:validTo')}
        required
        value={wish.validTo}
        onChange={({ currentTarget: { value } }) => {
          setWish({ ...wish, validTo: value });
        }}
      />
      <Textarea
        label={t('task.reason')}
        autosize
        minRows={2}
        minLength={5}
        maxLength={500}
        required
        value={wish.reason}
        onChange={({ currentTarget: { value } }) => {
          setWish({ ...wish, reason: value });
        }}
      />
      <p className="consequence">{t(`mandates:consequence.${mayRenew}`, { grantee: mandate.grantee })}</p>
      <FormEnd send={t(`mandates:do.${mayRenew}`)} command={renew} onClose={toggle} />
    </form>
  );
}

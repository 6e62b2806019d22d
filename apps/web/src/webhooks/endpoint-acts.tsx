import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { WebhookEndpoint, WebhookSecret } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useWords } from '../shared/language/use-words';
import { Choice } from '../shared/look/choice';
import { CommandForm } from '../shared/look/command-form';
import { OpenedForm } from '../shared/look/opened-form';
import { announce } from '../shared/states/live-region';
import { actOnEndpoint } from './webhook-queries';

interface Props {
  readonly endpoint: WebhookEndpoint;
  readonly onSecret: (secret: WebhookSecret) => void;
}

/** What the reader may do with a receiver now; nothing that would be refused is offered. */
export function EndpointActs({ endpoint, onSecret }: Props): ReactNode {
  const { t } = useWords();
  if (endpoint.acts.length === 0) return '–';
  return (
    <OpenedForm name={t('webhooks:act.open')}>
      {(close) => <ActForm endpoint={endpoint} onSecret={onSecret} onClose={close} />}
    </OpenedForm>
  );
}

function ActForm({ endpoint: { id, acts }, onSecret, onClose }: Props & { readonly onClose: () => void }): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const offered = acts.toSorted((one, other) => ORDER.indexOf(one) - ORDER.indexOf(other));
  const [chosen, setChosen] = useState(offered[0]);
  const command = useCommand(actOnEndpoint(id));
  // The state may have changed while the form was open.
  const act = offered.find((one) => one === chosen) ?? offered[0];
  if (act === undefined) return null;
  return (
    <CommandForm
      send={t(`webhooks:act.${act}`)}
      command={command}
      consequence={t(`webhooks:sure.${act}`)}
      onSubmit={() => {
        command.mutate(act, {
          onSuccess: ({ secret, deliveryId }) => {
            announce(t('webhooks:done'));
            if (secret !== undefined) onSecret(secret);
            onClose();
            if (deliveryId === undefined) return;
            void navigate({ to: '/webhooks/deliveries/$deliveryId', params: { deliveryId } });
          },
        });
      }}
      onClose={onClose}
    >
      <Choice
        label={t('webhooks:act.name')}
        offered={offered.map((one) => [one, t(`webhooks:act.${one}`)])}
        value={act}
        onChoose={(value) => {
          setChosen(offered.find((one) => one === value));
        }}
      />
    </CommandForm>
  );
}

/** What is harmless first. */
const ORDER = ['ping', 'resume', 'pause', 'rotate', 'end'];

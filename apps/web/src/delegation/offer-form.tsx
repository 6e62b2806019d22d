import { Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { answer, api } from '../api/client';
import type { HandoverContents } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useWords } from '../shared/language/use-words';
import { CommandForm } from '../shared/look/command-form';
import { ReasonArea } from '../shared/look/reason-area';
import { Answered } from '../shared/states/answered';
import { Empty } from '../shared/states/empty';
import { contentsQuery } from './delegation-queries';

/** What the pack would hold is shown before it is sent. */
export function OfferForm({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useWords();
  const query = useQuery(contentsQuery);
  return (
    <Answered query={query} rows={3}>
      {(contents) =>
        contents.items.length === 0 ? (
          <Empty>{t('delegation:handovers.nothing')}</Empty>
        ) : (
          <Offer contents={contents} onClose={onClose} />
        )
      }
    </Answered>
  );
}

interface Props {
  readonly contents: HandoverContents;
  readonly onClose: () => void;
}

function Offer({ contents, onClose }: Props): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const [toOfficerId, setReceiver] = useState('');
  const [reason, setReason] = useState('');
  const offer = useCommand((body: { toOfficerId: string; reason: string }, key) =>
    answer(api.POST('/api/v1/handovers', { params: { header: { 'Idempotency-Key': key } }, body })),
  );
  return (
    <CommandForm
      send={t('delegation:handovers.send')}
      command={offer}
      consequence={t('delegation:handovers.consequence', { days: contents.answerDays })}
      onSubmit={() => {
        offer.mutate(
          { toOfficerId, reason },
          {
            onSuccess: ({ id }) => {
              void navigate({ to: '/handovers/$handoverId', params: { handoverId: id } });
            },
          },
        );
      }}
      onClose={onClose}
    >
      <Pack items={contents.items} />
      <Receivers receivers={contents.receivers} chosen={toOfficerId} onChoose={setReceiver} />
      <ReasonArea label={t('delegation:handovers.reason')} value={reason} onChange={setReason} />
    </CommandForm>
  );
}

function Pack({ items }: { readonly items: HandoverContents['items'] }): ReactNode {
  const { t, format } = useWords();
  return (
    <div>
      <p>{t('delegation:handovers.contains')}:</p>
      <ul>
        {items.map(({ kind, items: count }) => (
          <li key={kind}>
            {t(`delegation:handovers.kind.${kind}`)}: {format.count(count)}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface ReceiversProps {
  readonly receivers: HandoverContents['receivers'];
  readonly chosen: string;
  readonly onChoose: (officerId: string) => void;
}

function Receivers({ receivers, chosen, onChoose }: ReceiversProps): ReactNode {
  const { t } = useWords();
  return (
    <fieldset className="stack officer-field">
      <legend>{t('delegation:handovers.receiver')}</legend>
      {receivers.length === 0 && <Empty>{t('delegation:handovers.noReceiver')}</Empty>}
      {receivers.map(({ officerId, fullName, offices }) => (
        <Radio
          key={officerId}
          name="receiver"
          label={fullName}
          description={offices.join(', ')}
          checked={chosen === officerId}
          onChange={() => {
            onChoose(officerId);
          }}
        />
      ))}
    </fieldset>
  );
}

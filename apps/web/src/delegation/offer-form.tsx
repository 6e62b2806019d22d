import { Radio, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { answer, api } from '../api/client';
import type { HandoverContents } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useWords } from '../shared/language/use-words';
import { FormEnd } from '../shared/look/form-end';
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
  const { t, format } = useWords();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [toOfficerId, setReceiver] = useState('');
  const [reason, setReason] = useState('');
  const offer = useCommand((body: { toOfficerId: string; reason: string }, key) =>
    answer(api.POST('/api/v1/handovers', { params: { header: { 'Idempotency-Key': key } }, body })),
  );
  return (
    <form
      className="panel stack"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        if (offer.isPending) return;
        offer.mutate(
          { toOfficerId, reason },
          {
            onSuccess: ({ id }) => {
              void queryClient.invalidateQueries();
              void navigate({ to: '/handovers/$handoverId', params: { handoverId: id } });
            },
          },
        );
      }}
    >
      <div>
        <p>{t('delegation:handovers.contains')}:</p>
        <ul>
          {contents.items.map(({ kind, items }) => (
            <li key={kind}>
              {t(`delegation:handovers.kind.${kind}`)}: {format.count(items)}
            </li>
          ))}
        </ul>
      </div>
      <fieldset className="stack officer-field">
        <legend>{t('delegation:handovers.receiver')}</legend>
        {contents.receivers.length === 0 && <Empty>{t('delegation:handovers.noReceiver')}</Empty>}
        {contents.receivers.map(({ officerId, fullName, offices }) => (
          <Radio
            key={officerId}
            name="receiver"
            label={fullName}
            description={offices.join(', ')}
            checked={toOfficerId === officerId}
            onChange={() => {
              setReceiver(officerId);
            }}
          />
        ))}
      </fieldset>
      <Textarea
        label={t('delegation:handovers.reason')}
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
      <p className="consequence">{t('delegation:handovers.consequence', { days: contents.answerDays })}</p>
      <FormEnd send={t('delegation:handovers.send')} command={offer} onClose={onClose} />
    </form>
  );
}

import { Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { OutreachSessionDetails } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useWords } from '../shared/language/use-words';
import { CommandForm } from '../shared/look/command-form';
import { announce } from '../shared/states/live-region';
import { cancelSession, holdSession } from './outreach-queries';

const CHAPTERS = [
  ['basis', 3, 1_000],
  ['outcome', 10, 4_000],
  ['obstacles', 1, 2_000],
  ['conclusion', 10, 2_000],
] as const;

interface HoldProps {
  readonly session: OutreachSessionDetails;
  readonly onClose: () => void;
}

/** What came of a session, by the chapters of the report; who came is noted in the list before. */
export function HoldForm({ session, onClose }: HoldProps): ReactNode {
  const { t, format } = useWords();
  const { id, version, invited, present, represented, absent } = session;
  const command = useCommand(holdSession(id));
  const [others, setOthers] = useState('0');
  const [written, setWritten] = useState({ basis: '', outcome: '', obstacles: '', conclusion: '' });
  const unnoted = invited - present - represented - absent;
  return (
    <CommandForm
      send={t('outreach:holdSend')}
      command={command}
      consequence={
        <>
          {unnoted > 0 && <>{t('outreach:unnotedHint', { families: format.count(unnoted) })} </>}
          {t('outreach:holdConsequence')}
        </>
      }
      onSubmit={() => {
        command.mutate(
          { version, others: Number(others), ...written },
          {
            onSuccess: () => {
              announce(t('outreach:done'));
            },
          },
        );
      }}
      onClose={onClose}
    >
      <TextInput
        required
        inputMode="numeric"
        pattern="[0-9]{1,5}"
        label={t('outreach:others')}
        description={t('outreach:othersHint')}
        value={others}
        onChange={({ currentTarget: { value } }) => {
          setOthers(value.trim());
        }}
      />
      {CHAPTERS.map(([chapter, least, most]) => (
        <Textarea
          key={chapter}
          required
          autosize
          minLength={least}
          maxLength={most}
          label={t(`outreach:${chapter}`)}
          description={t('outreach:noNames')}
          value={written[chapter]}
          onChange={({ currentTarget: { value } }) => {
            setWritten({ ...written, [chapter]: value });
          }}
        />
      ))}
    </CommandForm>
  );
}

/** Why a session does not take place. */
export function CancelForm({ sessionId, onClose }: { readonly sessionId: string; readonly onClose: () => void }) {
  const { t } = useWords();
  const command = useCommand(cancelSession(sessionId));
  const [reason, setReason] = useState('');
  return (
    <CommandForm
      send={t('outreach:cancel')}
      command={command}
      consequence={t('outreach:cancelConsequence')}
      onSubmit={() => {
        command.mutate(
          { reason },
          {
            onSuccess: () => {
              announce(t('outreach:done'));
            },
          },
        );
      }}
      onClose={onClose}
    >
      <Textarea
        required
        autosize
        minLength={10}
        maxLength={500}
        label={t('outreach:cancelReason')}
        description={t('outreach:reasonHint')}
        value={reason}
        onChange={({ currentTarget: { value } }) => {
          setReason(value);
        }}
      />
    </CommandForm>
  );
}

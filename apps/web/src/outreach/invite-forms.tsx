import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { OutreachInvite, OutreachSessionDetails } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useWords } from '../shared/language/use-words';
import { Choice } from '../shared/look/choice';
import { CommandForm } from '../shared/look/command-form';
import { announce } from '../shared/states/live-region';
import { addFamily, inviteFamilies } from './outreach-queries';

const LISTS = ['not_transacted', 'credited'] as const;
const CAME = ['present', 'represented'] as const;

interface InviteProps {
  readonly session: OutreachSessionDetails;
  readonly onClose: () => void;
}

/** Which families of the kelurahan are put on the list. */
export function InviteForm({ session, onClose }: InviteProps): ReactNode {
  const { t, format } = useWords();
  const command = useCommand(inviteFamilies(session.id));
  const [list, setList] = useState<OutreachInvite['list']>('not_transacted');
  return (
    <CommandForm
      send={t('outreach:inviteSend')}
      command={command}
      consequence={t('outreach:inviteConsequence', { families: format.count(session.invited) })}
      onSubmit={() => {
        command.mutate(
          { list },
          {
            onSuccess: ({ families }) => {
              announce(t('outreach:invitedDone', { families: format.count(families) }));
              onClose();
            },
          },
        );
      }}
      onClose={onClose}
    >
      <Choice
        label={t('outreach:inviteWhom')}
        offered={LISTS.map((one) => [one, t(`outreach:inviteIs.${one}`)])}
        value={list}
        onChoose={(value) => {
          setList(LISTS.find((one) => one === value) ?? list);
        }}
      />
    </CommandForm>
  );
}

/** A family of the kelurahan that came without an invitation, by the code on its list. */
export function AddFamilyForm({ sessionId, onClose }: { readonly sessionId: string; readonly onClose: () => void }) {
  const { t } = useWords();
  const command = useCommand(addFamily(sessionId));
  const [kpmCode, setKpmCode] = useState('');
  const [attendance, setAttendance] = useState<(typeof CAME)[number]>('present');
  return (
    <CommandForm
      send={t('outreach:addSend')}
      command={command}
      onSubmit={() => {
        command.mutate(
          { kpmCode, attendance },
          {
            onSuccess: () => {
              announce(t('outreach:done'));
              setKpmCode('');
            },
          },
        );
      }}
      onClose={onClose}
    >
      <TextInput
        required
        autoComplete="off"
        maxLength={40}
        label={t('outreach:kpmCode')}
        value={kpmCode}
        onChange={({ currentTarget: { value } }) => {
          setKpmCode(value.trim());
        }}
      />
      <Choice
        label={t('outreach:attendance')}
        offered={CAME.map((one) => [one, t(`outreach:attendanceIs.${one}`)])}
        value={attendance}
        onChoose={(value) => {
          setAttendance(CAME.find((one) => one === value) ?? attendance);
        }}
      />
    </CommandForm>
  );
}

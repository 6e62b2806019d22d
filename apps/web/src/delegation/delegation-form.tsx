import { Checkbox, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { answer, api } from '../api/client';
import type { NewDelegation } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useMe } from '../auth/session';
import { useWords } from '../shared/language/use-words';
import { CommandForm } from '../shared/look/command-form';
import { ReasonArea } from '../shared/look/reason-area';
import { announce } from '../shared/states/live-region';
import { DelegateField } from './delegate-field';

interface Props {
  readonly today: string;
  readonly maxDays: number;
  readonly onClose: () => void;
}

/** Asks a colleague to stand in from one day to another, with what it brings written beside the button. */
export function DelegationForm({ today, maxDays, onClose }: Props): ReactNode {
  const { t } = useWords();
  const { appointments } = useMe();
  const [first] = appointments;
  const start = { appointmentIds: first === undefined ? [] : [first.id], toOfficerId: '', reason: '' };
  const [command, setCommand] = useState<NewDelegation>({ ...start, validFrom: today, validTo: today });
  const add = useCommand((body: NewDelegation, key) =>
    answer(api.POST('/api/v1/delegations', { params: { header: { 'Idempotency-Key': key } }, body })),
  );
  const change = (more: Partial<NewDelegation>): void => {
    setCommand({ ...command, ...more });
  };
  return (
    <CommandForm
      send={t('delegation:delegations.save')}
      command={add}
      consequence={t('delegation:delegations.consequence')}
      onSubmit={() => {
        add.mutate(command, {
          onSuccess: () => {
            announce(t('delegation:delegations.saved'));
            onClose();
          },
        });
      }}
      onClose={onClose}
    >
      <Checkbox.Group
        label={t('delegation:delegations.offices')}
        value={command.appointmentIds}
        onChange={(appointmentIds) => {
          change({ appointmentIds, toOfficerId: '' });
        }}
      >
        <div className="stack">
          {appointments.map(({ id, role, officeName }) => (
            <Checkbox key={id} value={id} label={`${t(`common:role.${role}`)}, ${officeName}`} />
          ))}
        </div>
      </Checkbox.Group>
      {(['validFrom', 'validTo'] as const).map((field) => (
        <TextInput
          key={field}
          type="date"
          size="md"
          required
          min={today}
          label={t(`delegation:delegations.${field}`)}
          description={field === 'validTo' ? t('delegation:delegations.atMost', { days: maxDays }) : undefined}
          value={command[field]}
          onChange={({ currentTarget: { value } }) => {
            change({ [field]: value });
          }}
        />
      ))}
      <DelegateField
        command={command}
        onChoose={(toOfficerId) => {
          change({ toOfficerId });
        }}
      />
      <ReasonArea
        label={t('delegation:delegations.reason')}
        value={command.reason}
        onChange={(reason) => {
          change({ reason });
        }}
      />
    </CommandForm>
  );
}

import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Role, Task } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { ProblemNotice } from '../../shared/states/problem-notice';
import { OfficerField } from './officer-field';
import type { LifeCommand } from './send-life';
import type { useLife } from './use-life';

export type FormEvent = 'suspend' | 'delegate' | 'forward' | 'nominate' | 'extend' | 'set-reminder' | 'skip' | 'fail';

const DAY_LABEL = {
  suspend: 'life.until',
  extend: 'life.newDueOn',
  'set-reminder': 'followUpOn',
  delegate: undefined,
  forward: undefined,
  nominate: undefined,
  skip: undefined,
  fail: undefined,
} as const satisfies Record<FormEvent, string | undefined>;

/** Offices on whose answer work commonly waits. */
const WAITED_FOR = [
  'bank_officer',
  'ppk',
  'dinsos_operator',
  'camat',
  'lurah',
  'tksk',
] as const satisfies readonly Role[];

interface Filled {
  readonly event: FormEvent;
  readonly day: string;
  readonly officers: readonly string[];
  readonly reason: string;
  readonly waitingFor: Role | '';
}

interface Props {
  readonly task: Task;
  readonly event: FormEvent;
  readonly life: ReturnType<typeof useLife>;
  readonly onClose: () => void;
}

/** To whom or until when, why, and what follows; the server says what is missing. */
export function LifeForm({ task, event, life, onClose }: Props): ReactNode {
  const { t } = useWords();
  const dayLabel = DAY_LABEL[event];
  const [day, setDay] = useState('');
  const [officers, setOfficers] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const [waitingFor, setWaitingFor] = useState<Role | ''>('');
  const parties = WAITED_FOR.map((role) => ({ value: role, label: t(`common:role.${role}`) }));
  const command = lifeCommandOf({ event, day, officers, reason: reason.trim(), waitingFor });
  return (
    <form
      className="stack"
      noValidate
      aria-label={t(`life.verb.${event}`)}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        if (command !== undefined) life.press(command, onClose);
      }}
    >
      {dayLabel !== undefined && (
        <TextInput
          type="date"
          size="md"
          required
          label={dayLabel === 'followUpOn' ? t('tasks:task.followUpOn') : t(dayLabel)}
          value={day}
          onChange={(changed) => {
            setDay(changed.currentTarget.value);
          }}
        />
      )}
      {(event === 'delegate' || event === 'nominate' || event === 'forward') && (
        <OfficerField taskId={task.id} isMany={event === 'forward'} chosen={officers} onChoose={setOfficers} />
      )}
      {event === 'suspend' && (
        <NativeSelect
          size="md"
          label={t('tasks:task.waitingFor')}
          value={waitingFor}
          data={[{ value: '', label: t('tasks:task.nobody') }, ...parties]}
          onChange={(changed) => {
            setWaitingFor(changed.currentTarget.value as Role | '');
          }}
        />
      )}
      <Textarea
        label={t('task.reason')}
        autosize
        minRows={2}
        maxLength={2000}
        size="md"
        required={event !== 'delegate' && event !== 'nominate' && event !== 'set-reminder'}
        value={reason}
        onChange={(changed) => {
          setReason(changed.currentTarget.value);
        }}
      />
      <p className="consequence">
        {event === 'set-reminder' ? t('tasks:task.consequence') : t(`life.consequence.${event}`)}
      </p>
      {life.error !== null && <ProblemNotice error={life.error} />}
      <div className="row">
        <Button type="submit" h={44} aria-disabled={command === undefined || life.isPending}>
          {t(`life.verb.${event}`)}
        </Button>
        <Button variant="default" h={44} onClick={onClose}>
          {t('life.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** The command as far as it is filled in; undefined while something is missing. */
function lifeCommandOf({ event, day, officers, reason, waitingFor }: Filled): LifeCommand | undefined {
  const [officerId] = officers;
  switch (event) {
    case 'suspend':
      return day === '' || reason === ''
        ? undefined
        : { event, reason, until: day, ...(waitingFor !== '' && { waitingFor }) };
    case 'extend':
      return day === '' || reason === '' ? undefined : { event, reason, dueOn: day };
    case 'set-reminder':
      return day === '' ? undefined : { event, reason, followUpOn: day };
    case 'delegate':
    case 'nominate':
      return officerId === undefined ? undefined : { event, reason, officerId };
    case 'forward':
      return officerId === undefined || reason === '' ? undefined : { event, reason, officerIds: [...officers] };
    case 'skip':
    case 'fail':
      return reason === '' ? undefined : { event, reason };
  }
}

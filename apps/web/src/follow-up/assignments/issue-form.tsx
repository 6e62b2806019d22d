import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useCommand } from '../../api/use-command';
import { periodsQuery } from '../../periods/period-queries';
import { useWords } from '../../shared/language/use-words';
import { CommandForm } from '../../shared/look/command-form';
import { OpenedForm } from '../../shared/look/opened-form';
import { choicesQuery, issueAssignment } from './assignment-queries';

/** Whom to send where and for which days: only who visits there, and only where families wait. */
export function IssueForm(): ReactNode {
  const { t } = useWords();
  const { data: periods = [] } = useQuery(periodsQuery);
  if (periods.length === 0) return null;
  return (
    <OpenedForm name={t('follow-up:assignments.issue')} variant="filled">
      {(close) => <Form periods={periods} onClose={close} />}
    </OpenedForm>
  );
}

interface Props {
  readonly periods: readonly { readonly id: string; readonly months: readonly string[] }[];
  readonly onClose: () => void;
}

function Form({ periods, onClose }: Props): ReactNode {
  const { t, format } = useWords();
  const [periodId, setPeriodId] = useState(periods[0]?.id ?? '');
  const [chosen, setChosen] = useState<string | null>(null);
  const [validFrom, setFrom] = useState('');
  const [validTo, setTo] = useState('');
  const { data: choices = [] } = useQuery(choicesQuery(periodId));
  const command = useCommand(issueAssignment);
  return (
    <CommandForm
      send={t('follow-up:assignments.issue')}
      command={command}
      consequence={t('follow-up:assignments.consequence')}
      onSubmit={() => {
        const [officerId = '', territoryCode = ''] = (chosen ?? '').split(' ');
        command.mutate({ periodId, officerId, territoryCode, validFrom, validTo }, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <Select
        size="md"
        allowDeselect={false}
        label={t('follow-up:assignments.period')}
        data={periods.map(({ id, months }) => ({ value: id, label: format.months([...months]) }))}
        value={periodId}
        onChange={(value) => {
          setPeriodId(value ?? periodId);
          setChosen(null);
        }}
      />
      <Select
        size="md"
        searchable
        withAsterisk
        label={t('follow-up:assignments.whom')}
        nothingFoundMessage={t('follow-up:assignments.nobody')}
        data={choices.map(({ officerId, officer, territoryCode, territoryName, cases }) => ({
          value: `${officerId} ${territoryCode}`,
          label: t('follow-up:assignments.choice', { officer, place: territoryName, cases: format.count(cases) }),
        }))}
        value={chosen}
        onChange={setChosen}
      />
      <div className="row">
        <TextInput
          type="date"
          size="md"
          withAsterisk
          label={t('follow-up:assignments.from')}
          value={validFrom}
          onChange={(event) => {
            setFrom(event.currentTarget.value);
          }}
        />
        <TextInput
          type="date"
          size="md"
          withAsterisk
          label={t('follow-up:assignments.to')}
          value={validTo}
          onChange={(event) => {
            setTo(event.currentTarget.value);
          }}
        />
      </div>
    </CommandForm>
  );
}

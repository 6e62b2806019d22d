import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Stipends } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useWords } from '../shared/language/use-words';
import { Choice } from '../shared/look/choice';
import { CommandForm } from '../shared/look/command-form';
import { OpenedForm } from '../shared/look/opened-form';
import { announce } from '../shared/states/live-region';
import { proposeStipends } from './stipend-queries';

/** States a month: the server counts it, so that only which one is asked for. */
export function NewStatementForm({ stipends }: { readonly stipends: Stipends }): ReactNode {
  const { t } = useWords();
  return (
    <OpenedForm name={t('capacity:propose.name')}>
      {(close) => <OpenForm stipends={stipends} onClose={close} />}
    </OpenedForm>
  );
}

interface Props {
  readonly stipends: Stipends;
  readonly onClose: () => void;
}

function OpenForm({ stipends: { programmes, cities, lastMonth }, onClose }: Props): ReactNode {
  const { t, format } = useWords();
  const [programme, setProgramme] = useState(programmes[0] ?? '');
  const [cityCode, setCity] = useState(cities[0]?.code ?? '');
  const [month, setMonth] = useState(lastMonth);
  const command = useCommand(proposeStipends);
  return (
    <CommandForm
      send={t('capacity:propose.send')}
      command={command}
      consequence={t('capacity:propose.consequence', { month: format.months([month]) })}
      onSubmit={() => {
        command.mutate(
          { programme, cityCode, month },
          {
            onSuccess: () => {
              announce(t('capacity:propose.done'));
              onClose();
            },
          },
        );
      }}
      onClose={onClose}
    >
      <Choice
        label={t('capacity:programme')}
        offered={programmes.map((name) => [name, name])}
        value={programme}
        onChoose={setProgramme}
      />
      <Choice
        label={t('capacity:city')}
        offered={cities.map(({ code, name }) => [code, name])}
        value={cityCode}
        onChoose={setCity}
      />
      <TextInput
        type="month"
        label={t('capacity:month')}
        max={lastMonth}
        required
        value={month}
        onChange={({ currentTarget: { value } }) => {
          setMonth(value);
        }}
      />
    </CommandForm>
  );
}

import { Checkbox, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { answer, api } from '../api/client';
import type { NewFreeze } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useWords } from '../shared/language/use-words';
import { FREEZABLE, useFrozenWord } from './frozen-words';
import { CommandForm } from '../shared/look/command-form';
import { ReasonArea } from '../shared/look/reason-area';

const NONE: NewFreeze = { name: '', reason: '', territoryCode: '', actions: [], validFrom: '', validTo: '' };

/** A new freeze period, with what it will stop written beside the button. */
export function AddFreeze({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useWords();
  const word = useFrozenWord();
  const [freeze, setFreeze] = useState(NONE);
  const add = useCommand((body: NewFreeze, key) =>
    answer(api.POST('/api/v1/freezes', { params: { header: { 'Idempotency-Key': key } }, body })),
  );
  return (
    <CommandForm
      send={t('mandates:freezes.save')}
      command={add}
      consequence={t('mandates:freezes.consequence')}
      onSubmit={() => {
        add.mutate(freeze, {
          onSuccess: onClose,
        });
      }}
      onClose={onClose}
    >
      {(['name', 'territory', 'validFrom', 'validTo'] as const).map((field) => {
        const column = field === 'territory' ? 'territoryCode' : field;
        return (
          <TextInput
            key={field}
            type={column.startsWith('valid') ? 'date' : 'text'}
            label={t(`mandates:freezes.${field}`)}
            required
            value={freeze[column]}
            onChange={({ currentTarget: { value } }) => {
              setFreeze({ ...freeze, [column]: value });
            }}
          />
        );
      })}
      <ReasonArea
        label={t('mandates:freezes.reason')}
        value={freeze.reason}
        onChange={(reason) => {
          setFreeze({ ...freeze, reason });
        }}
      />
      <Checkbox.Group
        label={t('mandates:freezes.actions')}
        value={freeze.actions}
        onChange={(actions) => {
          setFreeze({ ...freeze, actions: actions });
        }}
      >
        <div className="stack">
          {FREEZABLE.map((action) => (
            <Checkbox key={action} value={action} label={word(action)} />
          ))}
        </div>
      </Checkbox.Group>
    </CommandForm>
  );
}

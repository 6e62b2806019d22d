import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { answer, api } from '../api/client';
import type { NewFreeze } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useWords } from '../shared/language/use-words';
import { FREEZABLE, useFrozenWord } from './frozen-words';
import { FormEnd } from '../shared/look/form-end';

const NONE: NewFreeze = { name: '', reason: '', territoryCode: '', actions: [], validFrom: '', validTo: '' };

/** A new freeze period, with what it will stop written beside the button. */
export function AddFreeze({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useWords();
  const word = useFrozenWord();
  const queryClient = useQueryClient();
  const [freeze, setFreeze] = useState(NONE);
  const add = useCommand((body: NewFreeze, key) =>
    answer(api.POST('/api/v1/freezes', { params: { header: { 'Idempotency-Key': key } }, body })),
  );
  return (
    <form
      className="panel stack"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        add.mutate(freeze, {
          onSuccess: () => {
            onClose();
            void queryClient.invalidateQueries();
          },
        });
      }}
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
      <Textarea
        label={t('mandates:freezes.reason')}
        autosize
        minRows={2}
        minLength={5}
        maxLength={500}
        required
        value={freeze.reason}
        onChange={({ currentTarget: { value } }) => {
          setFreeze({ ...freeze, reason: value });
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
      <p className="consequence">{t('mandates:freezes.consequence')}</p>
      <FormEnd send={t('mandates:freezes.save')} command={add} onClose={onClose} />
    </form>
  );
}

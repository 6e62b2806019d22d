import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../shared/language/use-words';
import { answer, api } from '../api/client';
import type { NewHoliday } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { CommandForm } from '../shared/look/command-form';

interface Props {
  /** Where the reader adds holidays; a part of it may be named instead. */
  readonly territoryCode: string;
  readonly onClose: () => void;
}

/** A new regional holiday, with what it will change written beside the button. */
export function AddHoliday({ territoryCode, onClose }: Props): ReactNode {
  const { t } = useWords();
  const [holiday, setHoliday] = useState<NewHoliday>({ territoryCode, day: '', name: '', source: '' });
  const add = useCommand((body: NewHoliday, key) =>
    answer(api.POST('/api/v1/calendar/holidays', { params: { header: { 'Idempotency-Key': key } }, body })),
  );
  return (
    <CommandForm
      send={t('calendar:save')}
      command={add}
      consequence={t('calendar:consequence')}
      onSubmit={() => {
        add.mutate(holiday, {
          onSuccess: onClose,
        });
      }}
      onClose={onClose}
    >
      {(['day', 'name', 'territoryCode', 'source'] as const).map((field) => (
        <TextInput
          key={field}
          type={field === 'day' ? 'date' : 'text'}
          size="md"
          label={t(field === 'territoryCode' ? 'calendar:territory' : `calendar:${field}`)}
          required
          value={holiday[field]}
          onChange={({ currentTarget: { value } }) => {
            setHoliday({ ...holiday, [field]: value });
          }}
        />
      ))}
    </CommandForm>
  );
}

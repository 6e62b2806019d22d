import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useWords } from '../shared/language/use-words';
import { answer, api } from '../api/client';
import type { NewHoliday } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { FormEnd } from '../shared/look/form-end';

interface Props {
  /** Where the reader adds holidays; a part of it may be named instead. */
  readonly territoryCode: string;
  readonly onClose: () => void;
}

/** A new regional holiday, with what it will change written beside the button. */
export function AddHoliday({ territoryCode, onClose }: Props): ReactNode {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const [holiday, setHoliday] = useState<NewHoliday>({ territoryCode, day: '', name: '', source: '' });
  const add = useCommand((body: NewHoliday, key) =>
    answer(api.POST('/api/v1/calendar/holidays', { params: { header: { 'Idempotency-Key': key } }, body })),
  );
  return (
    <form
      className="panel stack"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        add.mutate(holiday, {
          onSuccess: () => {
            onClose();
            void queryClient.invalidateQueries();
          },
        });
      }}
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
      <p className="consequence">{t('calendar:consequence')}</p>
      <FormEnd send={t('calendar:save')} command={add} onClose={onClose} />
    </form>
  );
}

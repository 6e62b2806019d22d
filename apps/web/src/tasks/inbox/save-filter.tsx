import { Checkbox, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { answer, api } from '../../api/client';
import type { SaveFilter as Wish } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { useWords } from '../../shared/language/use-words';
import { CommandForm } from '../../shared/look/command-form';
import { type InboxFilter, queryOf } from '../task-queries';

interface Props {
  readonly filter: InboxFilter;
  readonly onClose: () => void;
}

/** Keeps what the inbox shows now under a name; one's own filter of that name is replaced. */
export function SaveFilter({ filter, onClose }: Props): ReactNode {
  const { t } = useWords();
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  const save = useCommand((body: Wish, key) =>
    answer(api.PUT('/api/v1/inbox-filters', { params: { header: { 'Idempotency-Key': key } }, body })),
  );
  return (
    <CommandForm
      send={t('inbox.kept.save')}
      command={save}
      onSubmit={() => {
        save.mutate(
          { name, filter: queryOf(filter), isShared },
          {
            onSuccess: onClose,
          },
        );
      }}
      onClose={onClose}
    >
      <TextInput
        label={t('inbox.kept.name')}
        required
        maxLength={60}
        value={name}
        onChange={({ currentTarget: { value } }) => {
          setName(value);
        }}
      />
      <Checkbox
        label={t('inbox.kept.share')}
        checked={isShared}
        onChange={({ currentTarget: { checked } }) => {
          setShared(checked);
        }}
      />
    </CommandForm>
  );
}

import { NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useCommand } from '../../api/use-command';
import { useWords } from '../../shared/language/use-words';
import { CommandForm } from '../../shared/look/command-form';
import { fieldError } from '../field-error';
import { appoint } from '../organisation-queries';
import { NO_POST, PostFields, postOf } from './post-fields';

const HOW = ['own', 'plt', 'plh'] as const;
type How = (typeof HOW)[number];

/** A further post of an officer: their own, or one in which they stand in. */
export function AppointForm({
  officerId,
  onClose,
}: {
  readonly officerId: string;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useWords();
  const [post, setPost] = useState(NO_POST);
  const [how, setHow] = useState<How>('own');
  const [letterNumber, setLetterNumber] = useState('');
  const command = useCommand(appoint(officerId));
  return (
    <CommandForm
      send={t('organisation:appoint.send')}
      command={command}
      consequence={t(`organisation:appoint.consequence.${how}`)}
      onSubmit={() => {
        const acting = how === 'own' ? {} : { acting: how, letterNumber };
        command.mutate(
          { ...postOf(post), ...acting },
          {
            onSuccess: onClose,
          },
        );
      }}
      onClose={onClose}
    >
      <NativeSelect
        label={t('organisation:appoint.how')}
        value={how}
        error={fieldError(command.error, 'acting')}
        data={HOW.map((value) => ({ value, label: t(`organisation:appoint.as.${value}`) }))}
        onChange={({ currentTarget: { value } }) => {
          setHow(HOW.find((known) => known === value) ?? 'own');
        }}
      />
      <PostFields
        post={post}
        error={command.error}
        needsEnd={how !== 'own'}
        onChange={(change) => {
          setPost({ ...post, ...change });
        }}
      />
      {how !== 'own' && (
        <TextInput
          label={t('organisation:appoint.letterNumber')}
          required
          maxLength={100}
          value={letterNumber}
          error={fieldError(command.error, 'letterNumber')}
          onChange={({ currentTarget: { value } }) => {
            setLetterNumber(value);
          }}
        />
      )}
    </CommandForm>
  );
}

import { TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useCommand } from '../../api/use-command';
import { useWords } from '../../shared/language/use-words';
import { CommandForm } from '../../shared/look/command-form';
import { fieldError } from '../field-error';
import { addOfficer } from '../organisation-queries';
import { NO_POST, PostFields, postOf } from '../appointments/post-fields';

/** A new person with a first post; the account opens with a code on the next page. */
export function AddOfficer({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const [person, setPerson] = useState({ username: '', fullName: '' });
  const [post, setPost] = useState(NO_POST);
  const add = useCommand(addOfficer);
  return (
    <CommandForm
      send={t('organisation:add.send')}
      command={add}
      consequence={t('organisation:add.consequence')}
      onSubmit={() => {
        add.mutate(
          { ...person, language: 'id', ...postOf(post) },
          {
            onSuccess: ({ id }) => {
              void navigate({ to: '/organisation/officers/$officerId', params: { officerId: id } });
            },
          },
        );
      }}
      onClose={onClose}
    >
      {(['username', 'fullName'] as const).map((field) => (
        <TextInput
          key={field}
          label={t(`organisation:add.${field}`)}
          description={field === 'username' ? t('organisation:add.usernameHint') : undefined}
          required
          maxLength={field === 'username' ? 60 : 120}
          autoComplete="off"
          value={person[field]}
          error={fieldError(add.error, field)}
          onChange={({ currentTarget: { value } }) => {
            setPerson({ ...person, [field]: field === 'username' ? value.toLowerCase() : value });
          }}
        />
      ))}
      <PostFields
        post={post}
        error={add.error}
        needsEnd={false}
        onChange={(change) => {
          setPost({ ...post, ...change });
        }}
      />
    </CommandForm>
  );
}

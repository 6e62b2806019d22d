import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useCommand } from '../../api/use-command';
import { useWords } from '../../shared/language/use-words';
import { FormEnd } from '../../shared/look/form-end';
import { fieldError } from '../field-error';
import { addOfficer } from '../organisation-queries';
import { NO_POST, PostFields, postOf } from '../appointments/post-fields';

/** A new person with a first post; the account opens with a code on the next page. */
export function AddOfficer({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [person, setPerson] = useState({ username: '', fullName: '' });
  const [post, setPost] = useState(NO_POST);
  const add = useCommand(addOfficer);
  return (
    <form
      className="panel stack"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        add.mutate(
          { ...person, language: 'id', ...postOf(post) },
          {
            onSuccess: ({ id }) => {
              void queryClient.invalidateQueries({ queryKey: ['organisation'] });
              void navigate({ to: '/organisation/officers/$officerId', params: { officerId: id } });
            },
          },
        );
      }}
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
      <p className="consequence">{t('organisation:add.consequence')}</p>
      <FormEnd send={t('organisation:add.send')} command={add} onClose={onClose} />
    </form>
  );
}

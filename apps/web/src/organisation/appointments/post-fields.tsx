import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Role } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { fieldError } from '../field-error';
import { OfficeField } from '../offices/office-field';
import { roleOf, useRoles } from './roles';

export interface Post {
  readonly officeId: string;
  readonly role: Role | '';
  readonly validFrom: string;
  readonly validTo: string;
}

export const NO_POST: Post = { officeId: '', role: '', validFrom: '', validTo: '' };

/** The post as the API takes it; an open end is left out. */
export function postOf({ officeId, role, validFrom, validTo }: Post) {
  return { officeId, role: role as Role, validFrom, ...(validTo === '' ? {} : { validTo }) };
}

interface Props {
  readonly post: Post;
  readonly error: Error | null;
  readonly needsEnd: boolean;
  readonly onChange: (change: Partial<Post>) => void;
}

/** Which office, in which role, from when until when. */
export function PostFields({ post, error, needsEnd, onChange }: Props): ReactNode {
  const { t } = useWords();
  const roles = useRoles();
  return (
    <>
      <OfficeField
        value={post.officeId}
        error={fieldError(error, 'officeId')}
        onChange={(officeId) => {
          onChange({ officeId });
        }}
      />
      <NativeSelect
        label={t('organisation:officer.role')}
        required
        value={post.role}
        error={fieldError(error, 'role')}
        data={[{ value: '', label: t('organisation:appoint.chooseRole') }, ...roles]}
        onChange={({ currentTarget: { value } }) => {
          onChange({ role: roleOf(value) ?? '' });
        }}
      />
      {(['validFrom', 'validTo'] as const).map((field) => (
        <TextInput
          key={field}
          type="date"
          label={t(`organisation:appoint.${field}`)}
          required={field === 'validFrom' || needsEnd}
          value={post[field]}
          error={fieldError(error, field)}
          onChange={({ currentTarget: { value } }) => {
            onChange({ [field]: value });
          }}
        />
      ))}
    </>
  );
}

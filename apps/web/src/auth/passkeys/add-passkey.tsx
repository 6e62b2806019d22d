import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../shared/language/use-words';
import { passkeysQuery } from '../account-queries';
import { makePasskey } from './passkey-device';
import { PasskeyProblem } from './passkey-problem';
import { OwnPassword } from '../own-password';

const EMPTY = { name: '', password: '' };

/** Named, with the password, and confirmed on the device. */
export function AddPasskey(): ReactNode {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const [body, setBody] = useState(EMPTY);
  const make = useMutation({
    mutationFn: makePasskey,
    onSuccess: () => {
      setBody(EMPTY);
      return queryClient.invalidateQueries({ queryKey: passkeysQuery.queryKey });
    },
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!make.isPending) make.mutate(body);
      }}
    >
      <TextInput
        label={t('auth:passkey.name')}
        size="md"
        required
        maxLength={60}
        value={body.name}
        onChange={({ currentTarget: { value: name } }) => {
          setBody({ ...body, name });
        }}
      />
      <OwnPassword
        label={t('auth:passkey.password')}
        value={body.password}
        onChange={(password) => {
          setBody({ ...body, password });
        }}
      />
      {make.error !== null && <PasskeyProblem error={make.error} />}
      <div>
        <Button type="submit" aria-disabled={make.isPending}>
          {t('auth:passkey.add')}
        </Button>
      </div>
    </form>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../shared/language/use-words';
import { CommandForm } from '../../shared/look/command-form';
import { passkeysQuery, removePasskey } from '../account-queries';
import { OwnPassword } from '../own-password';

interface Props {
  readonly passkeyId: string;
  readonly onClose: () => void;
}

/** Taken away with the password, right after a proof. */
export function RemovePasskey({ passkeyId, onClose }: Props): ReactNode {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const [password, setPassword] = useState('');
  const remove = useMutation({
    mutationFn: removePasskey,
    onSuccess: () => {
      onClose();
      return queryClient.invalidateQueries({ queryKey: passkeysQuery.queryKey });
    },
  });
  return (
    <CommandForm
      send={t('auth:passkey.removing')}
      command={remove}
      onSubmit={() => {
        remove.mutate({ passkeyId, password });
      }}
      onClose={onClose}
    >
      <OwnPassword label={t('auth:passkey.password')} value={password} onChange={setPassword} />
    </CommandForm>
  );
}

import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { LeaseInSight } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { useWords } from '../../shared/language/use-words';
import { CommandForm } from '../../shared/look/command-form';
import { ReasonArea } from '../../shared/look/reason-area';
import { revokeLease } from './phone-queries';

/** Takes the cases of a lost phone, or of who has left, back. */
export function RevokeLease({ lease }: { readonly lease: LeaseInSight }): ReactNode {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const command = useCommand(revokeLease(lease.id));
  if (lease.state !== 'out') return '–';
  if (!isOpen) {
    return (
      <Button
        h={44}
        variant="default"
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('follow-up:phones.revoke')}
      </Button>
    );
  }
  return (
    <CommandForm
      send={t('follow-up:phones.revoke')}
      command={command}
      consequence={t('follow-up:phones.revokeHint')}
      onSubmit={() => {
        command.mutate({ reason });
      }}
      onClose={() => {
        setOpen(false);
      }}
    >
      <ReasonArea label={t('follow-up:phones.reason')} value={reason} onChange={setReason} />
    </CommandForm>
  );
}

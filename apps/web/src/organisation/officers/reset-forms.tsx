import { Radio, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { NewAccountReset } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { useWords } from '../../shared/language/use-words';
import { CommandForm } from '../../shared/look/command-form';
import { ReasonArea } from '../../shared/look/reason-area';
import { askReset, refuseReset, settleReset } from '../organisation-queries';

const LOST = ['password', 'second_factor', 'both'] as const;

interface AskProps {
  readonly officerId: string;
  readonly onClose: () => void;
}

/** What is lost, and why it is believed that the officer asks. */
export function AskReset({ officerId, onClose }: AskProps): ReactNode {
  const { t } = useWords();
  const [body, setBody] = useState<NewAccountReset>({ lost: 'password', reason: '' });
  const command = useCommand(askReset(officerId));
  return (
    <CommandForm
      send={t('organisation:reset.send')}
      command={command}
      consequence={t('organisation:reset.consequence')}
      onSubmit={() => {
        command.mutate(body, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <Radio.Group
        label={t('organisation:reset.lost')}
        value={body.lost}
        onChange={(value) => {
          const lost = LOST.find((one) => one === value);
          if (lost !== undefined) setBody({ ...body, lost });
        }}
      >
        <Stack gap="xs" mt="xs">
          {LOST.map((lost) => (
            <Radio key={lost} value={lost} label={t(`organisation:reset.of.${lost}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <ReasonArea
        label={t('organisation:reset.reason')}
        value={body.reason}
        onChange={(reason) => {
          setBody({ ...body, reason });
        }}
      />
    </CommandForm>
  );
}

interface SettleProps {
  readonly resetId: string;
  readonly onClose: () => void;
}

/** The second person confirms, or who asked takes it back. */
export function SettleReset({
  resetId,
  how,
  onClose,
}: SettleProps & { readonly how: 'confirm' | 'withdraw' }): ReactNode {
  const { t } = useWords();
  const command = useCommand(settleReset(resetId, how));
  return (
    <CommandForm
      send={t(`organisation:reset.${how}Send`)}
      command={command}
      consequence={t(`organisation:reset.${how}Consequence`)}
      onSubmit={() => {
        command.mutate(null, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      {null}
    </CommandForm>
  );
}

/** The second person does not. */
export function RefuseReset({ resetId, onClose }: SettleProps): ReactNode {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const command = useCommand(refuseReset(resetId));
  return (
    <CommandForm
      send={t('organisation:reset.refuseSend')}
      command={command}
      consequence={t('organisation:reset.refuseConsequence')}
      onSubmit={() => {
        command.mutate({ reason }, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <ReasonArea label={t('organisation:reason')} value={reason} onChange={setReason} />
    </CommandForm>
  );
}

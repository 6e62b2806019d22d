import { Button, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Handover } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { RefusableButton } from '../shared/look/refusable-button';
import { Notice } from '../shared/states/notice';
import { ProblemNotice } from '../shared/states/problem-notice';
import { useHandoverCommands } from './use-handover-commands';

interface Props {
  readonly handover: Handover;
  readonly chosen: readonly string[];
  readonly onDone: () => void;
}

/** The receiver accepts or refuses, whole or what is chosen; the giver withdraws. */
export function HandoverAnswer({ handover, chosen, onDone }: Props): ReactNode {
  const { t, format } = useWords();
  const [reason, setReason] = useState('');
  const { accept, refuse, withdraw } = useHandoverCommands(handover.id);
  const isBusy = accept.isPending || refuse.isPending || withdraw.isPending;
  const isReasoned = reason.trim().length >= 5;
  const which = chosen.length === 0 ? {} : { itemIds: [...chosen] };
  const items = format.count(chosen.length);
  const after = {
    onSuccess: () => {
      onDone();
      setReason('');
    },
  };
  const error = accept.error ?? refuse.error ?? withdraw.error;
  return (
    <div className="stack">
      {accept.data !== undefined && (
        <Notice tone="done">{t('delegation:handovers.answer', counted(accept.data))}</Notice>
      )}
      {error !== null && <ProblemNotice error={error} />}
      {handover.mayAnswer && (
        <>
          <div className="row">
            <RefusableButton
              h={44}
              isRefused={isBusy}
              onPress={() => {
                accept.mutate(which, after);
              }}
            >
              {chosen.length === 0
                ? t('delegation:handovers.acceptAll')
                : t('delegation:handovers.acceptChosen', { items })}
            </RefusableButton>
          </div>
          <Textarea
            label={t('delegation:handovers.refuseReason')}
            autosize
            minRows={2}
            maxLength={500}
            value={reason}
            onChange={({ currentTarget: { value } }) => {
              setReason(value);
            }}
          />
          <div className="row">
            <RefusableButton
              variant="default"
              h={44}
              isRefused={isBusy || !isReasoned}
              onPress={() => {
                refuse.mutate({ ...which, reason: reason.trim() }, after);
              }}
            >
              {chosen.length === 0
                ? t('delegation:handovers.refuseAll')
                : t('delegation:handovers.refuseChosen', { items })}
            </RefusableButton>
          </div>
        </>
      )}
      {handover.mayWithdraw && (
        <div className="row">
          <Button
            variant="default"
            h={44}
            aria-disabled={isBusy}
            onClick={() => {
              if (!isBusy) withdraw.mutate('withdraw', after);
            }}
          >
            {t('delegation:handovers.withdraw')}
          </Button>
        </div>
      )}
    </div>
  );
}

const counted = ({ accepted, stayed, dropped }: { accepted: number; stayed: number; dropped: number }) => ({
  accepted,
  stayed,
  dropped,
});

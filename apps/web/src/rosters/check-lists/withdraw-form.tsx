import { Button, Textarea, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { answer, api } from '../../api/client';
import type { CheckList } from '../../api/schemas';
import { useCommand } from '../../api/use-command';
import { useWords } from '../../shared/language/use-words';
import { RefusableButton } from '../../shared/look/refusable-button';
import { ProblemNotice } from '../../shared/states/problem-notice';

/** As the server asks. */
const SHORTEST = 10;

interface Props {
  readonly list: CheckList;
  readonly onClose: () => void;
}

/** Takes a list back, with the reason; what follows from it is written beside the button. */
export function WithdrawForm({ list, onClose }: Props): ReactNode {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const withdraw = useCommand(async (text: string, key) => {
    const withdrawn = await answer(
      api.POST('/api/v1/check-lists/{checkListId}/withdraw', {
        params: { path: { checkListId: list.id }, header: { 'Idempotency-Key': key } },
        body: { reason: text },
      }),
    );
    onClose();
    return withdrawn;
  });
  return (
    <section className="panel stack" aria-labelledby="withdraw-list">
      <Title order={2} size="h4" id="withdraw-list">
        {t('families:checkList.withdrawOf', { kind: list.kindName, source: list.source })}
      </Title>
      <Textarea
        label={t('families:checkList.reason')}
        description={t('families:checkList.reasonHint')}
        autosize
        minRows={2}
        maxLength={1000}
        value={reason}
        onChange={(event) => {
          setReason(event.currentTarget.value);
        }}
      />
      {withdraw.error !== null && <ProblemNotice error={withdraw.error} />}
      <div className="row">
        <RefusableButton
          isRefused={reason.trim().length < SHORTEST || withdraw.isPending}
          onPress={() => {
            withdraw.mutate(reason.trim());
          }}
        >
          {t('families:checkList.confirm')}
        </RefusableButton>
        <Button variant="default" onClick={onClose}>
          {t('families:checkList.cancel')}
        </Button>
      </div>
    </section>
  );
}

import { Title } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { answer, api } from '../api/client';
import { newCommandKey } from '../api/command-key';
import type { PeriodDetail } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useWords } from '../shared/language/use-words';
import { RefusableButton } from '../shared/look/refusable-button';
import { sendLife } from '../tasks/life/send-life';
import type { ArtefactProps } from '../tasks/artefact/artefact-props';
import { ProblemNotice } from '../shared/states/problem-notice';
import { QuotaField } from './quota-field';
import { type Quota, quotaText, readQuotas } from './quota-text';

type Props = Pick<ArtefactProps, 'task' | 'onUnsaved'> & { readonly detail: PeriodDetail };

/** Changes the quotas while the allocation is still being prepared. Only the task's holder may: saving takes a free task. */
export function QuotaEditor({ detail, task, onUnsaved }: Props): ReactNode {
  const { t } = useWords();
  const { period, allocations } = detail;
  const known = quotaText(allocations);
  const [text, setText] = useState(known);
  const { quotas, badLines } = readQuotas(text);
  const save = useCommand(async (changed: readonly Quota[], key) => {
    if (task.ownerId === null) await sendLife(task.id, { event: 'claim' }, newCommandKey());
    return answer(
      api.PUT('/api/v1/periods/{periodId}/allocations', {
        params: { path: { periodId: period.id }, header: { 'Idempotency-Key': key } },
        body: { quotas: [...changed] },
      }),
    );
  });
  const isUnchanged = quotaText(quotas) === known && badLines.length === 0;
  useEffect(() => {
    onUnsaved(!isUnchanged);
    return () => {
      onUnsaved(false);
    };
  }, [isUnchanged, onUnsaved]);
  return (
    <section className="panel stack" aria-labelledby="quota-title">
      <Title order={2} size="h3" id="quota-title">
        {t('money:quota.change')}
      </Title>
      <QuotaField value={text} onChange={setText} rupiahPerFamily={allocations[0]?.rupiahPerFamily} />
      {save.error !== null && <ProblemNotice error={save.error} />}
      <div>
        <RefusableButton
          variant="default"
          isRefused={badLines.length > 0 || quotas.length === 0 || isUnchanged || save.isPending}
          onPress={() => {
            save.mutate(quotas);
          }}
        >
          {t('money:quota.save')}
        </RefusableButton>
      </div>
    </section>
  );
}

import { Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { answer, api } from '../api/client';
import type { PeriodDetail } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useWords } from '../shared/language/use-words';
import { RefusableButton } from '../shared/look/refusable-button';
import { ProblemNotice } from '../shared/states/problem-notice';
import { QuotaField } from './quota-field';
import { type Quota, quotaText, readQuotas } from './quota-text';

/** Changes the quotas while the allocation is still being prepared. */
export function QuotaEditor({ detail }: { readonly detail: PeriodDetail }): ReactNode {
  const { t } = useWords();
  const { period, allocations } = detail;
  const known = quotaText(allocations);
  const [text, setText] = useState(known);
  const { quotas, badLines } = readQuotas(text);
  const save = useCommand((changed: readonly Quota[], key) =>
    answer(
      api.PUT('/api/v1/periods/{periodId}/allocations', {
        params: { path: { periodId: period.id }, header: { 'Idempotency-Key': key } },
        body: { quotas: [...changed] },
      }),
    ),
  );
  const isUnchanged = quotaText(quotas) === known;
  return (
    <section className="panel stack" aria-labelledby="quota-title">
      <Title order={2} size="h3" id="quota-title">
        {t('quota.change')}
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
          {t('quota.save')}
        </RefusableButton>
      </div>
    </section>
  );
}

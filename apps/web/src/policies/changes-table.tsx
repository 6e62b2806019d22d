import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RuleChange } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { StatusTag, type Tone } from '../shared/look/status-tag';
import { DataTable } from '../shared/table/data-table';
import { useRuleWords } from './use-rule-words';

const TONES: Readonly<Record<RuleChange['state'], Tone>> = {
  proposed: 'waiting',
  adopted: 'done',
  refused: 'refused',
  withdrawn: 'neutral',
};

/** Every change that was proposed, the newest first: by whom, from what paper, who decided, and why not. */
export function ChangesTable({ changes }: { readonly changes: readonly RuleChange[] }): ReactNode {
  const { t, format } = useWords();
  const words = useRuleWords();
  return (
    <section className="stack" aria-labelledby="policy-history">
      <Title order={2} size="h3" id="policy-history">
        {t('policies:history')}
      </Title>
      <DataTable
        caption={t('policies:history')}
        rows={changes}
        keyOf={({ id }) => id}
        columns={[
          { name: t('policies:name'), isHeader: true, cell: ({ key }) => words.name(key) },
          { name: t('policies:value'), cell: ({ key, value }) => words.value(key, value) },
          { name: t('policies:since'), cell: ({ effectiveFrom }) => format.date(effectiveFrom) },
          { name: t('policies:source'), cell: ({ source }) => source },
          {
            name: t('policies:state'),
            cell: ({ state, reason }) => (
              <>
                <StatusTag tone={TONES[state]}>{t(`policies:is.${state}`)}</StatusTag>
                {reason !== null && <div>{reason}</div>}
              </>
            ),
          },
          {
            name: t('policies:proposer'),
            cell: ({ proposer, proposedAt }) => `${proposer}, ${format.date(proposedAt)}`,
          },
          {
            name: t('policies:decider'),
            cell: ({ decider, decidedAt }) => (decidedAt === null ? '' : `${decider ?? ''}, ${format.date(decidedAt)}`),
          },
        ]}
      />
    </section>
  );
}

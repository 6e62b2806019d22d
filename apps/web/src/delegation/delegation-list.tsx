import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { answer, api } from '../api/client';
import type { Delegation } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useWords } from '../shared/language/use-words';
import { ProblemNotice } from '../shared/states/problem-notice';
import { DataTable } from '../shared/table/data-table';

interface Props {
  readonly part: 'given' | 'received';
  readonly delegations: readonly Delegation[];
}

/** Delegations with their days; what holds or is to come can be ended by either side. */
export function DelegationList({ part, delegations }: Props): ReactNode {
  const { t, format } = useWords();
  const isGiven = part === 'given';
  return (
    <DataTable
      caption={t(`delegations:delegations.${part}`)}
      rows={delegations}
      keyOf={({ id }) => id}
      columns={[
        {
          name: t(isGiven ? 'delegations:delegations.to' : 'delegations:delegations.from'),
          isHeader: true,
          cell: ({ toOfficer, fromOfficer }) => (isGiven ? toOfficer : fromOfficer),
        },
        { name: t('delegations:delegations.office'), cell: ({ officeName }) => officeName },
        {
          name: t('delegations:delegations.days'),
          cell: ({ validFrom, validTo }) => `${format.date(validFrom)} – ${format.date(validTo)}`,
        },
        { name: t('delegations:delegations.reason'), cell: ({ reason }) => reason },
        { name: t('delegations:delegations.state'), cell: (delegation) => <DelegationState delegation={delegation} /> },
      ]}
    />
  );
}

function DelegationState({ delegation }: { readonly delegation: Delegation }): ReactNode {
  const { t, format } = useWords();
  const { isOver, isToday, endedAt, validFrom } = delegation;
  if (endedAt !== null) return t('delegations:delegations.is.ended', { date: format.dateTime(endedAt) });
  if (isOver) return t('delegations:delegations.is.over');
  return (
    <>
      <p>
        {isToday
          ? t('delegations:delegations.is.today')
          : t('delegations:delegations.is.coming', { date: format.date(validFrom) })}
      </p>
      <EndDelegation delegation={delegation} />
    </>
  );
}

function EndDelegation({ delegation: { id, toOfficer } }: { readonly delegation: Delegation }): ReactNode {
  const { t } = useWords();
  const end = useCommand((delegationId: string, key) =>
    answer(
      api.POST('/api/v1/delegations/{delegationId}/end', {
        params: { path: { delegationId }, header: { 'Idempotency-Key': key } },
      }),
    ),
  );
  return (
    <>
      <Button
        variant="default"
        h={44}
        aria-label={t('delegations:delegations.endOf', { name: toOfficer })}
        aria-disabled={end.isPending}
        onClick={() => {
          if (end.isPending) return;
          end.mutate(id);
        }}
      >
        {t('delegations:delegations.end')}
      </Button>
      {end.error !== null && <ProblemNotice error={end.error} />}
    </>
  );
}

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
      caption={t(`delegation:delegations.${part}`)}
      rows={delegations}
      keyOf={({ id }) => id}
      columns={[
        {
          name: t(isGiven ? 'delegation:delegations.to' : 'delegation:delegations.from'),
          isHeader: true,
          cell: ({ toOfficer, fromOfficer }) => (isGiven ? toOfficer : fromOfficer),
        },
        { name: t('delegation:delegations.office'), cell: ({ officeName }) => officeName },
        {
          name: t('delegation:delegations.days'),
          cell: ({ validFrom, validTo }) => `${format.date(validFrom)} – ${format.date(validTo)}`,
        },
        { name: t('delegation:delegations.reason'), cell: ({ reason }) => reason },
        { name: t('delegation:delegations.state'), cell: (delegation) => <DelegationState delegation={delegation} /> },
      ]}
    />
  );
}

function DelegationState({ delegation }: { readonly delegation: Delegation }): ReactNode {
  const { t, format } = useWords();
  const { isOver, isToday, endedAt, validFrom } = delegation;
  if (endedAt !== null) return t('delegation:delegations.is.ended', { date: format.dateTime(endedAt) });
  if (isOver) return t('delegation:delegations.is.over');
  return (
    <>
      <p>
        {isToday
          ? t('delegation:delegations.is.today')
          : t('delegation:delegations.is.coming', { date: format.date(validFrom) })}
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
        aria-label={t('delegation:delegations.endOf', { name: toOfficer })}
        aria-disabled={end.isPending}
        onClick={() => {
          if (end.isPending) return;
          end.mutate(id);
        }}
      >
        {t('delegation:delegations.end')}
      </Button>
      {end.error !== null && <ProblemNotice error={end.error} />}
    </>
  );
}

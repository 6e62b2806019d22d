import { Select, TextInput } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../shared/language/use-words';

const route = getRouteApi('/shell/audit');

/** Acts that auditors look for, as the trail names them. */
const ACTIONS = [
  ...['person.revealed', 'person.searched', 'person.traced', 'person.reveal-refused'],
  ...['session.started', 'session.refused', 'session.ended', 'access.refused', 'password.changed'],
  ...['task.submitted', 'task.approved', 'task.returned', 'task.refused', 'task.escalated', 'licence.refused'],
  ...[
    'quotas.changed',
    ...['quota-change.proposed', 'quota-change.applied', 'quota-change.refused', 'quota-change.lapsed'],
    'verdicts.saved',
    'roster.file-removed',
    'breaks.proposed',
    'repairs.saved',
    'doubts.proposed',
    'check-list.loaded',
    'check-list.withdrawn',
  ],
  ...['period.opened', 'period.closed'],
  ...['mandate.granted', 'mandate.accepted', 'mandate.suspended', 'mandate.resumed', 'mandate.revoked'],
  ...['freeze.added', 'freeze.ended', 'approval_policy.saved', 'approval_policy.ended', 'delegation.ended'],
  ...['appointment.proposed', 'appointment.confirmed', 'appointment.refused', 'account.letter-fetched'],
  ...['account.activated', 'account.disabled', 'account.enabled'],
  ...['account.reset-proposed', 'account.reset-confirmed', 'account.reset-refused', 'account.reset-objected'],
  ...['passkey.added', 'passkey.removed', 'passkey.counted-back'],
];

interface Change {
  readonly officer?: string | undefined;
  readonly action?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** By officer, act and days; they live in the address, so a filtered trail can be shared. */
export function AuditFilters(): ReactNode {
  const filter = route.useSearch();
  const { t, codeWord } = useWords();
  const navigate = useNavigate();
  const go = (change: Change): void => {
    void navigate({ to: '/audit', search: { ...filter, ...change }, replace: true });
  };
  return (
    <div className="row" role="group" aria-label={t('audit:filter')}>
      <TextInput
        key={filter.officer ?? ''}
        aria-label={t('audit:username')}
        placeholder={t('audit:username')}
        defaultValue={filter.officer ?? ''}
        onKeyDown={({ key, currentTarget: { value } }) => {
          if (key === 'Enter') go({ officer: value.trim() || undefined });
        }}
        onBlur={({ currentTarget: { value } }) => {
          const officer = value.trim() || undefined;
          if (officer !== filter.officer) go({ officer });
        }}
      />
      <Select
        clearable
        searchable
        aria-label={t('audit:action')}
        placeholder={t('audit:action')}
        value={filter.action ?? null}
        data={ACTIONS.map((value) => ({ value, label: codeWord('audit:did', value.replaceAll('.', '_')) }))}
        onChange={(action) => {
          go({ action: action ?? undefined });
        }}
      />
      {(['from', 'to'] as const).map((end) => (
        <TextInput
          key={end}
          type="date"
          aria-label={t(`audit:${end}`)}
          value={filter[end] ?? ''}
          onChange={({ currentTarget: { value } }) => {
            go({ [end]: value || undefined });
          }}
        />
      ))}
    </div>
  );
}

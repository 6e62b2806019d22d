import { Button, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { answer, api } from '../api/client';
import type { ApprovalPolicies, ApprovalPolicy } from '../api/schemas';
import { useCommand } from '../api/use-command';
import { useMe } from '../auth/session';
import { useWords } from '../shared/language/use-words';
import { Facts } from '../shared/look/facts';
import { Empty } from '../shared/states/empty';
import { ProblemNotice } from '../shared/states/problem-notice';
import { kindTitle } from '../tasks/task-title';
import { PolicyForm } from './policy-form';
import { usePolicyWords } from './use-policy-words';

interface Props {
  readonly answered: ApprovalPolicies;
  readonly editing: string | undefined;
  readonly onEdit: (policyId: string | undefined) => void;
}

/** The policies in force; where there is none the law's office alone approves. */
export function PolicyList({ answered, editing, onEdit }: Props): ReactNode {
  const { t } = useWords();
  if (answered.policies.length === 0) return <Empty>{t('approvals:none')}</Empty>;
  return answered.policies.map((policy) => (
    <section key={policy.id} className="stack" aria-labelledby={`policy-${policy.id}`}>
      <Title order={2} size="h3" id={`policy-${policy.id}`}>
        {kindTitle(t, policy.kind)}
        {policy.territoryCode !== 'ID' && `, ${policy.territoryCode}`}
      </Title>
      <PolicyFacts policy={policy} />
      {answered.mayEnd && editing !== policy.id && (
        <PolicyActions
          policy={policy}
          mayWrite={answered.mayWrite}
          onEdit={() => {
            onEdit(policy.id);
          }}
        />
      )}
      {editing === policy.id && (
        <PolicyForm
          kinds={answered.kinds}
          policy={policy}
          onClose={() => {
            onEdit(undefined);
          }}
        />
      )}
    </section>
  ));
}

function PolicyFacts({ policy }: { readonly policy: ApprovalPolicy }): ReactNode {
  const { t, format } = useWords();
  const words = usePolicyWords();
  const observers = policy.observers.map((role) => t(`common:role.${role}`)).join(', ');
  return (
    <Facts
      facts={[
        ...policy.bands.map((band) => [words.from(band), band.groups.map(words.group).join(' + ')] as const),
        ...(observers === '' ? [] : [[t('approvals:observers'), observers] as const]),
        [
          t('approvals:version', { version: policy.version }),
          `${policy.createdBy}, ${format.dateTime(policy.createdAt)}`,
        ] as const,
      ]}
    />
  );
}

interface ActionsProps {
  readonly policy: ApprovalPolicy;
  readonly mayWrite: boolean;
  readonly onEdit: () => void;
}

/** One officer proposes its end; another ends it, or puts another version in its place. */
function PolicyActions({ policy, mayWrite, onEdit }: ActionsProps): ReactNode {
  const { t } = useWords();
  const { officerId } = useMe();
  const end = useCommand((policyId: string, key) =>
    answer(
      api.POST('/api/v1/approval-policies/{policyId}/end', {
        params: { path: { policyId }, header: { 'Idempotency-Key': key } },
      }),
    ),
  );
  const { endProposedBy: officer, endProposedById } = policy;
  if (endProposedById === officerId) return <p>{t('approvals:endBySecond')}</p>;
  return (
    <>
      {officer !== null && <p>{t('approvals:endProposed', { officer })}</p>}
      <div className="row">
        {mayWrite && (
          <Button variant="default" h={44} onClick={onEdit}>
            {t('approvals:change')}
          </Button>
        )}
        <Button
          variant="default"
          h={44}
          aria-disabled={end.isPending}
          onClick={() => {
            if (end.isPending) return;
            end.mutate(policy.id);
          }}
        >
          {officer === null ? t('approvals:end') : t('approvals:confirmEnd')}
        </Button>
      </div>
      <p className="small-print">{t('approvals:endConsequence')}</p>
      {end.error !== null && <ProblemNotice error={end.error} />}
    </>
  );
}

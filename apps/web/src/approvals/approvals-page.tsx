import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { ApprovalPolicies } from '../api/schemas';
import { AuthorityTabs } from '../mandates/authority-tabs';
import { useWords } from '../shared/language/use-words';
import { PageHeading } from '../shared/look/page-heading';
import { Answered } from '../shared/states/answered';
import { approvalsQuery } from './approval-queries';
import { AddPolicy } from './add-policy';
import { PolicyList } from './policy-list';

/** Whose approvals each kind of task needs; the KPA writes, everybody reads. */
export function ApprovalsPage(): ReactNode {
  const { t } = useWords();
  const query = useQuery(approvalsQuery);
  return (
    <div className="stack">
      <PageHeading title={t('approvals:title')} />
      <AuthorityTabs />
      <p>{t('approvals:about')}</p>
      <Answered query={query}>{(answered) => <Policies answered={answered} />}</Answered>
    </div>
  );
}

function Policies({ answered }: { readonly answered: ApprovalPolicies }): ReactNode {
  const [editing, setEditing] = useState<string | undefined>();
  return (
    <>
      <PolicyList
        answered={answered}
        editing={editing}
        onEdit={(policyId) => {
          setEditing(policyId);
        }}
      />
      {answered.mayWrite && <AddPolicy answered={answered} />}
    </>
  );
}

import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ApprovalPolicies } from '../api/schemas';
import { useWords } from '../shared/language/use-words';
import { PolicyForm } from './policy-form';

/** A policy for a kind and territory that has none yet. */
export function AddPolicy({ answered }: { readonly answered: ApprovalPolicies }): ReactNode {
  const { t } = useWords();
  const [isAdding, setAdding] = useState(false);
  if (isAdding) {
    return (
      <PolicyForm
        kinds={answered.kinds}
        onClose={() => {
          setAdding(false);
        }}
      />
    );
  }
  return (
    <div className="row">
      <Button
        h={44}
        onClick={() => {
          setAdding(true);
        }}
      >
        {t('approvals:add')}
      </Button>
    </div>
  );
}

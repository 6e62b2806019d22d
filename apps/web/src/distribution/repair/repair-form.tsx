import { Button, Select, TextInput, Title } from '@mantine/core';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { FailedPayment, Task } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { ExplanationField } from '../../shared/look/explanation-field';
import { RefusableButton } from '../../shared/look/refusable-button';
import { ProblemNotice } from '../../shared/states/problem-notice';
import { hasAccount, isWhole, type Repair, useSaveRepairs } from './use-repairs';

interface Props {
  readonly task: Task;
  readonly payment: FailedPayment;
  readonly onClose: () => void;
  readonly onUnsaved: (isUnsaved: boolean) => void;
}

/** What becomes of one failed payment. */
export function RepairForm({ task, payment, onClose, onUnsaved }: Props): ReactNode {
  const { t } = useWords();
  const [repair, setRepair] = useState(() => savedOf(payment));
  const command = useSaveRepairs(task, onClose);
  const heading = useId();
  const top = useRef<HTMLHeadingElement>(null);
  // The list is long, above all on a phone: what was pressed for comes into sight.
  useEffect(() => {
    top.current?.focus();
  }, []);
  const isUnsaved = JSON.stringify(repair) !== JSON.stringify(savedOf(payment));
  useEffect(() => {
    onUnsaved(isUnsaved);
    return () => {
      onUnsaved(false);
    };
  }, [isUnsaved, onUnsaved]);
  return (
    <section className="panel stack" aria-labelledby={heading}>
      <Title order={3} size="h4" id={heading} ref={top} tabIndex={-1}>
        {t('money:repair.of', { code: payment.kpmCode })}
      </Title>
      <RepairFields payment={payment} repair={repair} onChange={setRepair} />
      {command.error !== null && <ProblemNotice error={command.error} />}
      <div className="row">
        <RefusableButton
          isRefused={!isWhole(repair) || command.isPending}
          onPress={() => {
            command.mutate({ ...repair, entitlementId: payment.id });
          }}
        >
          {t('money:repair.save')}
        </RefusableButton>
        <Button variant="subtle" onClick={onClose}>
          {t('money:repair.cancel')}
        </Button>
      </div>
    </section>
  );
}

const savedOf = ({ action, explanation }: FailedPayment): Repair => ({
  action: action ?? undefined,
  accountNumber: '',
  explanation: explanation ?? '',
});

interface FieldsProps {
  readonly payment: FailedPayment;
  readonly repair: Repair;
  readonly onChange: (repair: Repair) => void;
}

function RepairFields({ payment, repair, onChange }: FieldsProps): ReactNode {
  const { t } = useWords();
  return (
    <>
      <Select
        label={t('money:repair.action')}
        placeholder={t('money:repair.choose')}
        data={payment.actions.map((value) => ({ value, label: t(`money:repair.as.${value}`) }))}
        value={repair.action ?? null}
        onChange={(value) => {
          onChange({ ...repair, action: payment.actions.find((one) => one === value) });
        }}
      />
      {repair.action === 'new_account' && (
        <TextInput
          label={t('money:repair.account')}
          description={t('money:repair.accountHint')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={16}
          error={repair.accountNumber !== '' && !hasAccount(repair) ? t('money:repair.accountBad') : false}
          value={repair.accountNumber}
          onChange={(event) => {
            onChange({ ...repair, accountNumber: event.currentTarget.value });
          }}
        />
      )}
      <ExplanationField
        hint={t('money:repair.explainHint')}
        value={repair.explanation}
        onChange={(explanation) => {
          onChange({ ...repair, explanation });
        }}
      />
    </>
  );
}

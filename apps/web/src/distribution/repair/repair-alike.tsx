import { Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { FailedPayment, Task } from '../../api/schemas';
import { useWords } from '../../shared/language/use-words';
import { ExplanationField, isExplained } from '../../shared/look/explanation-field';
import { RefusableButton } from '../../shared/look/refusable-button';
import { ProblemNotice } from '../../shared/states/problem-notice';
import { type Alike, useSaveRepairs } from './use-repairs';

interface Props {
  readonly task: Task;
  readonly payments: readonly FailedPayment[];
}

const ALIKE = ['send_again', 'by_post', 'give_up'] as const;
/** A family that the bank gave no reason for; no code of the bank's is empty. */
const NONE = '';

/** The same for all with one reason of the bank: most failures of a bank day are of one kind. */
export function RepairAlike({ task, payments }: Props): ReactNode {
  const { t, codeWord } = useWords();
  const undecided = payments.filter(({ action }) => action === null);
  const reasons = [...new Set(undecided.map(({ reason }) => reason ?? NONE))].toSorted();
  const [reason, setReason] = useState<string | null>(null);
  const [action, setAction] = useState<Alike['action'] | null>(null);
  const [explanation, setExplanation] = useState('');
  const command = useSaveRepairs(task, () => {
    setReason(null);
    setAction(null);
    setExplanation('');
  });
  const offered = undecided.find((payment) => (payment.reason ?? NONE) === reason)?.actions ?? [];
  const chosen = ALIKE.find((one) => one === action && offered.includes(one));
  if (reasons.length === 0) return null;
  return (
    <details className="panel">
      <summary>{t('money:repair.alike')}</summary>
      <div className="stack">
        <Select
          label={t('money:repair.reason')}
          data={reasons.map((value) => ({
            value,
            label: value === NONE ? t('money:repair.noReason') : `${value} ${codeWord('money:failure', value)}`,
          }))}
          value={reason}
          onChange={setReason}
        />
        <Select
          label={t('money:repair.action')}
          placeholder={t('money:repair.choose')}
          data={ALIKE.filter((one) => offered.includes(one)).map((value) => ({
            value,
            label: t(`money:repair.as.${value}`),
          }))}
          value={chosen ?? null}
          onChange={(value) => {
            setAction(ALIKE.find((one) => one === value) ?? null);
          }}
        />
        <ExplanationField hint={t('money:repair.explainHint')} value={explanation} onChange={setExplanation} />
        {command.error !== null && <ProblemNotice error={command.error} />}
        <div>
          <RefusableButton
            variant="default"
            isRefused={chosen === undefined || !isExplained(explanation) || command.isPending}
            onPress={() => {
              if (chosen !== undefined)
                command.mutate({ reason: reason === NONE ? null : reason, action: chosen, explanation });
            }}
          >
            {t('money:repair.applyAll')}
          </RefusableButton>
        </div>
      </div>
    </details>
  );
}

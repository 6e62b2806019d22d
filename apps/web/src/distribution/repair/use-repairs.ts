import { isExplained } from '../../shared/look/explanation-field';
import { answer, api } from '../../api/client';
import type { FailedPayment, Task } from '../../api/schemas';
import { useCommand } from '../../api/use-command';

export type RepairAction = FailedPayment['actions'][number];

const ACCOUNT_NUMBER = /^\d{10,16}$/;

/** What is being written for one payment. The account is kept nowhere but here and on the server. */
export interface Repair {
  readonly action: RepairAction | undefined;
  readonly accountNumber: string;
  readonly explanation: string;
}

interface OneRepair extends Repair {
  readonly entitlementId: string;
}

/** The same for all with a reason of the bank that have nothing yet; null: those without a reason. */
export interface Alike {
  readonly reason: string | null;
  readonly action: 'send_again' | 'by_post' | 'give_up';
  readonly explanation: string;
}

export const hasAccount = ({ action, accountNumber }: Repair): boolean =>
  action !== 'new_account' || ACCOUNT_NUMBER.test(accountNumber.trim());

export const isWhole = (repair: Repair): boolean =>
  repair.action !== undefined && isExplained(repair.explanation) && hasAccount(repair);

/** Saves what is put down for one payment, or for all alike; the first takes the task. */
export function useSaveRepairs(task: Task, onSaved: () => void) {
  return useCommand(async (given: OneRepair | Alike, key) => {
    const saved = await answer(
      api.POST('/api/v1/tasks/{taskId}/repairs', {
        params: { path: { taskId: task.id }, header: { 'Idempotency-Key': key } },
        body: 'entitlementId' in given ? { repairs: [oneOf(given)] } : { repairs: [], alike: given },
      }),
    );
    onSaved();
    return saved;
  });
}

const oneOf = ({ entitlementId, action, accountNumber, explanation }: OneRepair) => ({
  entitlementId,
  action: action ?? ('give_up' as const),
  explanation,
  ...(action === 'new_account' ? { accountNumber: accountNumber.trim() } : {}),
});

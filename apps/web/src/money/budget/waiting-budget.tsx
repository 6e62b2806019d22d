import type { ReactNode } from 'react';
import type { Budget } from '../../api/schemas';
import { may, useMe } from '../../auth/session';
import { useWords } from '../../shared/language/use-words';
import { type ProposalWords, WaitingProposal } from '../../shared/look/waiting-proposal';
import { confirmBudget, refuseBudget, withdrawBudget } from './budget-queries';

/** A proposal that waits: the KPA confirms or refuses it, its proposer may take it back. */
export function WaitingBudget({ budget }: { readonly budget: Budget }): ReactNode {
  const { t, format } = useWords();
  const me = useMe();
  const { id, year, proposer } = budget;
  const said = { year, officer: proposer, amount: format.rupiah(budget.amountRupiah) };
  const wordsOf = (act: 'confirm' | 'refuse' | 'withdraw'): ProposalWords => ({
    name: t(`money:budget.${act}.name`),
    send: t(`money:budget.${act}.send`),
    consequence: t(`money:budget.${act}.consequence`, said),
    done: t(`money:budget.${act}.done`),
  });
  return (
    <WaitingProposal
      id={id}
      title={t('money:budget.waits', { year })}
      facts={[
        [t('money:budget.paper'), `${budget.dipaNumber}, ${format.date(budget.dipaOn)}`],
        [t('money:budget.ceiling'), said.amount],
        [t('money:budget.proposer'), `${proposer}, ${format.dateTime(budget.proposedAt)}`],
      ]}
      acts={{
        confirm: { ...wordsOf('confirm'), run: confirmBudget(id) },
        refuse: { ...wordsOf('refuse'), run: refuseBudget(id) },
        withdraw: { ...wordsOf('withdraw'), run: withdrawBudget(id) },
      }}
      reasonLabel={t('money:budget.reason')}
      mayDecide={may(me, 'budget:confirm')}
      isOwn={budget.isOwnProposal}
    />
  );
}

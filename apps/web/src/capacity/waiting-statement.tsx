import type { ReactNode } from 'react';
import type { StipendStatement } from '../api/schemas';
import { may, useMe } from '../auth/session';
import { useWords } from '../shared/language/use-words';
import { type ProposalWords, WaitingProposal } from '../shared/look/waiting-proposal';
import { approveStipends, refuseStipends, withdrawStipends } from './stipend-queries';

/** A month that waits for the head of office; who submitted it may take it back. */
export function WaitingStatement({ statement }: { readonly statement: StipendStatement }): ReactNode {
  const { t, format } = useWords();
  const me = useMe();
  const { id, cityCode, cityName, lines, proposer } = statement;
  const said = {
    ...{ month: format.months([statement.month]), total: format.rupiah(statement.totalRupiah) },
    ...{ officers: format.count(lines.length), city: cityName ?? cityCode },
  };
  const wordsOf = (act: 'approve' | 'refuse' | 'withdraw'): ProposalWords => ({
    name: t(`capacity:${act}.name`),
    send: t(`capacity:${act}.send`),
    consequence: t(`capacity:${act}.consequence`, said),
    done: t(`capacity:${act}.done`),
  });
  return (
    <WaitingProposal
      id={id}
      title={t('capacity:waits', said)}
      facts={[
        [t('capacity:total'), said.total],
        [t('capacity:officer'), said.officers],
        [t('capacity:proposer'), `${proposer}, ${format.dateTime(statement.proposedAt)}`],
      ]}
      acts={{
        confirm: { ...wordsOf('approve'), run: approveStipends(id) },
        refuse: { ...wordsOf('refuse'), run: refuseStipends(id) },
        withdraw: { ...wordsOf('withdraw'), run: withdrawStipends(id) },
      }}
      reasonLabel={t('capacity:reason')}
      mayDecide={may(me, 'stipend:approve')}
      isOwn={statement.isOwnProposal}
    />
  );
}

import type { ReactNode } from 'react';
import type { Rule, RuleChange } from '../api/schemas';
import { may, useMe } from '../auth/session';
import { useWords } from '../shared/language/use-words';
import { type ProposalWords, WaitingProposal } from '../shared/look/waiting-proposal';
import { confirmChange, refuseChange, withdrawChange } from './policy-queries';
import { useRuleWords } from './use-rule-words';

interface Props {
  readonly change: RuleChange;
  /** As it holds today. */
  readonly rule: Rule | undefined;
}

/** A change that waits for the KPA, beside what holds now. */
export function WaitingChange({ change, rule }: Props): ReactNode {
  const { t, format } = useWords();
  const words = useRuleWords();
  const me = useMe();
  const { id, key, proposer } = change;
  const said = { officer: proposer, value: words.value(key, change.value), date: format.date(change.effectiveFrom) };
  const wordsOf = (act: 'confirm' | 'refuse' | 'withdraw'): ProposalWords => ({
    name: t(`policies:${act}.name`),
    send: t(`policies:${act}.send`),
    consequence: t(`policies:${act}.consequence`, said),
    done: t(`policies:${act}.done`),
  });
  return (
    <WaitingProposal
      id={id}
      title={t('policies:waits', { rule: words.name(key) })}
      facts={[
        [t('policies:now'), rule === undefined ? '–' : words.value(rule.key, rule.value)],
        [t('policies:would'), said.value],
        [t('policies:from'), said.date],
        [t('policies:source'), change.source],
        [t('policies:proposer'), `${proposer}, ${format.dateTime(change.proposedAt)}`],
      ]}
      acts={{
        confirm: { ...wordsOf('confirm'), run: confirmChange(id) },
        refuse: { ...wordsOf('refuse'), run: refuseChange(id) },
        withdraw: { ...wordsOf('withdraw'), run: withdrawChange(id) },
      }}
      reasonLabel={t('policies:reason')}
      mayDecide={may(me, 'policy:confirm')}
      isOwn={change.isOwnProposal}
    />
  );
}

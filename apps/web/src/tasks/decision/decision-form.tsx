import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/use-words';
import { RefusableButton } from '../../shared/look/refusable-button';
import { ProblemNotice } from '../../shared/states/problem-notice';
import { ProofPrompt } from '../../shared/states/proof-prompt';
import { consequenceOf, verbOf } from './decision-words';
import { DecisionBar } from './decision-bar';
import { DecisionFacts } from './decision-facts';
import { NextSwitch } from './next-switch';
import { OutcomeChoice } from './outcome-choice';
import { ReasonField } from './reason-field';
import { ReturnTo } from './return-to';
import { type Decidable, useDecision } from './use-decision';
import './decision.css';

interface Props {
  readonly detail: Decidable;
  readonly seenHash: string;
  /** Something is typed in the paper that the server does not have: nothing is sent without it. */
  readonly isUnsaved?: boolean;
}

/** Outcome, what it needs, what follows from it, and the button: in this order, without a second question. */
export function DecisionForm({ detail, seenHash, isUnsaved = false }: Props): ReactNode {
  const { t, format } = useWords();
  const { task, actions } = detail;
  const decision = useDecision(detail, seenHash, isUnsaved);
  const { outcome, offered } = decision;
  if (task.closedAt !== null) return null;
  return (
    <>
      <form
        id="decision"
        noValidate
        className="panel stack decision-form"
        onSubmit={(event) => {
          event.preventDefault();
          decision.submit();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey) decision.submit();
        }}
      >
        <Title order={2} size="h3">
          {t('task.decision')}
        </Title>
        <OutcomeChoice task={task} offers={actions.decide} chosen={outcome} onChoose={decision.choose} />
        {outcome === 'returned' && offered !== undefined && (
          <ReturnTo stages={offered.returnTo} chosen={decision.returnTo} onChoose={decision.setReturnTo} />
        )}
        {offered?.allowed === true && <DecisionFacts task={task} decision={decision} />}
        {(outcome === 'returned' || outcome === 'refused') && (
          <ReasonField
            value={decision.reason}
            isMissing={decision.missing === 'reason'}
            onChange={decision.setReason}
          />
        )}
        {outcome !== undefined && (
          <p className="consequence" id="consequence">
            {consequenceOf(t, format, task, outcome, decision)}
          </p>
        )}
        {decision.missing !== undefined && (
          <p role="alert" className="field-error">
            {t(`task.missing.${decision.missing}`)}
          </p>
        )}
        {decision.error !== null && <ProblemNotice error={decision.error} />}
        <RefusableButton
          type="submit"
          size="md"
          isRefused={offered?.allowed !== true || decision.isSending}
          onPress={decision.submit}
          describedBy="consequence"
        >
          {outcome === undefined ? t('task.chooseFirst') : verbOf(t, task.kind, outcome)}
        </RefusableButton>
        <NextSwitch />
      </form>
      {actions.decide.some(({ refusals }) => refusals.some(({ code }) => code === 'PROOF_REQUIRED')) && <ProofPrompt />}
      <DecisionBar task={task} offers={actions.decide} onChoose={decision.choose} />
    </>
  );
}

import { lazy, type ReactNode, Suspense } from 'react';
import { taskRule } from '../../../../../libs/domain/src/stages/stage-catalogue';
import type { FactsProps } from './facts-props';

const FindingPicker = lazy(async () => ({ default: (await import('../../follow-up/finding-picker')).FindingPicker }));
const CaseOutcomeChoice = lazy(async () => ({
  default: (await import('../../follow-up/case-outcome-choice')).CaseOutcomeChoice,
}));
const LeaveOutConsent = lazy(async () => ({
  default: (await import('../../rosters/upload/leave-out-consent')).LeaveOutConsent,
}));
const Sp2dNumber = lazy(async () => ({
  default: (await import('../../distribution/order/sp2d-number')).Sp2dNumber,
}));
const KelurahanToReturn = lazy(async () => ({
  default: (await import('../../rosters/kelurahan-to-return')).KelurahanToReturn,
}));

/** What a kind asks for beyond the outcome. */
export function DecisionFacts(props: FactsProps): ReactNode {
  return <Suspense fallback={null}>{formOf(props)}</Suspense>;
}

/** The form of what a kind asks for, where this outcome needs it. */
function formOf(props: FactsProps): ReactNode {
  const { outcome, returnTo } = props.decision;
  switch (taskRule(props.task.kind).asks) {
    case 'finding':
      return <FindingPicker {...props} />;
    case 'case-outcome':
      return outcome === 'approved' ? <CaseOutcomeChoice {...props} /> : null;
    case 'consent-to-leave-out':
      return <LeaveOutConsent {...props} />;
    case 'kelurahan-to-return':
      return returnTo === 'verification' ? <KelurahanToReturn {...props} /> : null;
    case 'sp2d-number':
      return outcome === 'approved' ? <Sp2dNumber {...props} /> : null;
    case 'nothing':
      return null;
  }
}

import { lazy, type ReactNode, Suspense } from 'react';
import type { FactsProps } from './facts-props';

const FindingPicker = lazy(async () => ({ default: (await import('../../follow-up/finding-picker')).FindingPicker }));
const CaseOutcomeChoice = lazy(async () => ({
  default: (await import('../../follow-up/case-outcome-choice')).CaseOutcomeChoice,
}));
const LeaveOutConsent = lazy(async () => ({
  default: (await import('../../rosters/upload/leave-out-consent')).LeaveOutConsent,
}));
const KelurahanToReturn = lazy(async () => ({
  default: (await import('../../rosters/kelurahan-to-return')).KelurahanToReturn,
}));

/** What a kind asks for beyond the outcome. */
export function DecisionFacts(props: FactsProps): ReactNode {
  return <Suspense fallback={null}>{factsOf(props)}</Suspense>;
}

function factsOf(props: FactsProps): ReactNode {
  const { kind, stage } = props.task;
  const { outcome, returnTo } = props.decision;
  if (kind === 'follow-up.visit') return <FindingPicker {...props} />;
  if (kind === 'follow-up.decide' && outcome === 'approved') return <CaseOutcomeChoice {...props} />;
  if (kind === 'roster.submit') return <LeaveOutConsent {...props} />;
  const returnsPart = stage === 'endorsement' && kind !== 'endorsement.lurah' && returnTo === 'verification';
  return returnsPart ? <KelurahanToReturn {...props} /> : null;
}

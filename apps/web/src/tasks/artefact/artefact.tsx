import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import type { Task } from '../../api/schemas';
import { WaitingRows } from '../../shared/states/waiting-rows';
import type { ArtefactProps } from './artefact-props';

const Allocations = lazy(async () => ({
  default: (await import('../../periods/allocations-artefact')).AllocationsArtefact,
}));
const Quota = lazy(async () => ({ default: (await import('../../periods/quotas/quota-artefact')).QuotaArtefact }));
const Mandate = lazy(async () => ({ default: (await import('../../mandates/mandate-artefact')).MandateArtefact }));
const RosterSubmit = lazy(async () => ({
  default: (await import('../../rosters/upload/upload-artefact')).UploadArtefact,
}));
const Verdicts = lazy(async () => ({
  default: (await import('../../rosters/verdicts/verdicts-artefact')).VerdictsArtefact,
}));
const Roster = lazy(async () => ({ default: (await import('../../rosters/roster-artefact')).RosterArtefact }));
const Decree = lazy(async () => ({
  default: (await import('../../distribution/decree/decree-artefact')).DecreeArtefact,
}));
const Order = lazy(async () => ({ default: (await import('../../distribution/order/order-artefact')).OrderArtefact }));
const Breaks = lazy(async () => ({
  default: (await import('../../distribution/breaks/breaks-artefact')).BreaksArtefact,
}));
const Doubts = lazy(async () => ({
  default: (await import('../../rosters/doubts/doubts-artefact')).DoubtsArtefact,
}));
const Repairs = lazy(async () => ({
  default: (await import('../../distribution/repair/repairs-artefact')).RepairsArtefact,
}));
const Return = lazy(async () => ({
  default: (await import('../../distribution/return/return-artefact')).ReturnArtefact,
}));
const Case = lazy(async () => ({ default: (await import('../../follow-up/case-artefact')).CaseArtefact }));
const Report = lazy(async () => ({ default: (await import('../../reporting/report-artefact')).ReportArtefact }));

const BY_SUBJECT = {
  period: Allocations,
  quota: Quota,
  mandate: Mandate,
  roster: Roster,
  decree: Decree,
  order: Order,
  return: Return,
  case: Case,
  report: Report,
} as const satisfies Record<Task['subjectType'], ComponentType<ArtefactProps>>;
const BY_KIND: Readonly<Partial<Record<Task['kind'], ComponentType<ArtefactProps>>>> = {
  'roster.submit': RosterSubmit,
  'identity.submit': RosterSubmit,
  'verification.complete': Verdicts,
  'doubts.propose': Doubts,
  'doubts.settle': Doubts,
  'breaks.propose': Breaks,
  'breaks.settle': Breaks,
  'payment.repair': Repairs,
};

/** What the decision is about; each kind of paper loads on its own. */
export function Artefact(props: ArtefactProps): ReactNode {
  const Paper = BY_KIND[props.task.kind] ?? BY_SUBJECT[props.task.subjectType];
  return (
    <Suspense fallback={<WaitingRows />}>
      <Paper {...props} />
    </Suspense>
  );
}

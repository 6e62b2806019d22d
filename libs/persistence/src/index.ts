export * from './approvals/approval-policy.repository.js';
export * from './approvals/approval-request.repository.js';
export * from './tasks/artefact/artefact-digest.js';
export * from './tasks/artefact/artefact-view.repository.js';
export * from './tasks/artefact/family-changes.js';
export * from './audit/audit.repository.js';
export * from './audit/audit-seal.repository.js';
export * from './auth/account-reset.repository.js';
export * from './auth/activation.repository.js';
export * from './organisation/appointments/appointment.repository.js';
export * from './mandates/freeze.repository.js';
export * from './organisation/appointments/leave.repository.js';
export * from './organisation/offices/office-list.repository.js';
export * from './organisation/officers/officer-import.repository.js';
export * from './organisation/officers/officer-list.repository.js';
export type { MandateEventRow } from './mandates/mandate-events.js';
export type { TreeRow } from './mandates/mandate-tree.js';
export * from './organisation/officers/household.js';
export * from './mandates/mandate.repository.js';
export * from './mandates/mandate-slice.repository.js';
export * from './mandates/mandate-use.repository.js';
export * from './organisation/officers/officer.repository.js';
export * from './auth/attempt.repository.js';
export * from './auth/session.repository.js';
export * from './auth/identity.repository.js';
export * from './auth/passkey.repository.js';
export * from './auth/second-factor.repository.js';
export * from './calendar/holiday.repository.js';
export { createDataSource, knownMigrations, migrate } from './data-source.js';
export * from './operations/database-copy.repository.js';
export * from './operations/trouble.read-model.js';
export { hasOwnersRights } from './schema/application-role.js';
export { describeSchema } from './schema/describe-schema.js';
export * from './follow-up/case-closing.repository.js';
export * from './follow-up/assignment-letter.repository.js';
export * from './follow-up/case-hold.repository.js';
export * from './follow-up/case-measure.repository.js';
export * from './follow-up/case-request.repository.js';
export * from './follow-up/case-sanction.repository.js';
export * from './follow-up/case.repository.js';
export * from './follow-up/field/field-conflict.repository.js';
export * from './follow-up/field/field-lease.repository.js';
export * from './follow-up/finding-rule.repository.js';
export * from './documents/paper.repository.js';
export * from './territories/territory-names.js';
export * from './distribution/bank/bank-arrival.repository.js';
export * from './distribution/bank/bank-file.repository.js';
export * from './distribution/bank/exchanged-file.repository.js';
export * from './distribution/bank/file-effects.js';
export * from './distribution/bank/file-inbox.read-model.js';
export * from './distribution/bank/bank-file.types.js';
export * from './distribution/bank/scorecard.read-model.js';
export * from './distribution/return/return-calendar.read-model.js';
export * from './distribution/return/last-day-of-use.js';
export * from './distribution/breaks/break.repository.js';
export * from './distribution/breaks/break-settlement.repository.js';
export { ComplaintDeedRepository, type ComplaintDeedRow } from './complaints/complaint-deed.repository.js';
export {
  type CardFileRow,
  CardFilesReadModel,
  type CardFindingRow,
} from './distribution/cards/card-files.read-model.js';
export {
  CARD_SORTS,
  CARD_WANTS,
  type CardFilter,
  CardListReadModel,
  type CardTotal,
} from './distribution/cards/card-list.read-model.js';
export {
  CardFileRepository,
  type StagedCardLine,
  type TakenCardFile,
} from './distribution/cards/card-file.repository.js';
export { CardFollowRepository, type LateCards } from './distribution/cards/card-follow.repository.js';
export {
  CardRepository,
  type CardRow,
  type CardSight,
  type CardWordRow,
} from './distribution/cards/card.repository.js';
export type { ComplaintChange, ComplaintRow, ComplaintSight } from './complaints/complaint-row.js';
export { ComplaintRepository } from './complaints/complaint.repository.js';
export {
  type LateSpotCheck,
  type SpotCheckFilter,
  SpotCheckRepository,
  type SpotCheckRow,
} from './monitoring/spot-check.repository.js';
export {
  SPOT_FAMILY_VIEWS,
  SpotCheckSampleRepository,
  type SpotFamilyRow,
} from './monitoring/spot-check-sample.repository.js';
export { SpotCheckTallyReadModel, type StratumTally } from './monitoring/spot-check-tally.read-model.js';
export {
  type OutreachCampaignFilter,
  OutreachCampaignRepository,
  type OutreachCampaignRow,
} from './outreach/outreach-campaign.repository.js';
export {
  ATTENDANCE_VIEWS,
  OutreachInvitationRepository,
  type SealedInvitation,
} from './outreach/outreach-invitation.repository.js';
export { type KelurahanNeedRow, OutreachNeedReadModel } from './outreach/outreach-need.read-model.js';
export {
  type LateOutreachSession,
  type OutreachSessionFilter,
  OutreachSessionRepository,
  type OutreachSessionRow,
} from './outreach/outreach-session.repository.js';
export { type KelurahanUseRow, OutreachUseReadModel } from './outreach/outreach-use.read-model.js';
export {
  COMPLAINT_EVENTS,
  type ComplaintEventKind,
  ComplaintStoryRepository,
} from './complaints/complaint-story.repository.js';
export { type OwnStipend, StipendRepository, type StipendStatementRow } from './capacity/stipend.repository.js';
export { type CaseGroupRow, type VisitorRow, WorkloadRepository } from './capacity/workload.repository.js';
export * from './money/budget.repository.js';
export * from './money/channel-figures.read-model.js';
export * from './money/conservation.repository.js';
export * from './distribution/decree/decree.repository.js';
export * from './distribution/decree/document-number.repository.js';
export * from './money/entitlement.repository.js';
export * from './money/ledger.repository.js';
export * from './distribution/order/execution-day.repository.js';
export * from './distribution/order/order-board.read-model.js';
export * from './distribution/order/decree-order.repository.js';
export * from './distribution/order/payment-order.repository.js';
export { ServiceAreaRepository, type ServiceAreaRow } from './distribution/service/service-area.repository.js';
export * from './distribution/repair/failed-payment.repository.js';
export * from './distribution/repair/reissue.repository.js';
export * from './distribution/return/early-return.repository.js';
export * from './distribution/return/treasury-return.repository.js';
export * from './notifications/mail.repository.js';
export * from './notifications/notification-setting.repository.js';
export * from './notifications/notification.repository.js';
export * from './periods/board.read-model.js';
export * from './periods/period.repository.js';
export * from './periods/quota-change.repository.js';
export * from './calendar/diary.repository.js';
export * from './calendar/programme-clock.repository.js';
export * from './policies/policy.repository.js';
export * from './policies/policy-change.repository.js';
export * from './territories/outline.repository.js';
export * from './territories/outlines.read-model.js';
export * from './territories/reference.repository.js';
export * from './territories/region-import.repository.js';
export * from './privacy/person-vault.js';
export * from './reporting/alerts/alert-figures.read-model.js';
export * from './reporting/alerts/alert.repository.js';
export * from './reporting/dashboard.read-model.js';
export * from './reporting/report.repository.js';
export * from './families/family-change.repository.js';
export * from './families/family-link.repository.js';
export * from './families/family-name.repository.js';
export * from './families/family-page.repository.js';
export * from './families/family-paper.repository.js';
export * from './families/family-search.repository.js';
export * from './families/own-aid.repository.js';
export * from './rosters/check-lists/check-list.repository.js';
export * from './rosters/doubts/doubt-page.repository.js';
export * from './rosters/doubts/doubt.repository.js';
export * from './rosters/identity-match.repository.js';
export * from './rosters/roster-findings.repository.js';
export * from './rosters/roster-row.repository.js';
export * from './rosters/roster-version.repository.js';
export * from './rosters/roster.repository.js';
export { preparedByText, preparedRows } from './shared/prepared.js';
export * from './shared/unit-of-work.js';
export * from './delegation/delegation.repository.js';
export * from './delegation/handover.repository.js';
export * from './tasks/decision/licence.repository.js';
export * from './tasks/life/candidate.repository.js';
export * from './shared/command-receipt.repository.js';
export * from './tasks/deadlines/due-escalation.js';
export * from './tasks/deadlines/escalation.repository.js';
export * from './tasks/inbox/inbox.repository.js';
export type { InboxView } from './tasks/inbox/inbox-scope.js';
export * from './tasks/inbox/inbox-filter.repository.js';
export * from './tasks/life/life-of.js';
export * from './tasks/deadlines/office-work.repository.js';
export * from './tasks/open-task.js';
export * from './shared/outbox.repository.js';
export * from './tasks/artefact/task-attachment.repository.js';
export * from './tasks/bulk/task-bulk.repository.js';
export * from './tasks/life/task-life.repository.js';
export * from './tasks/task.repository.js';
export * from './tasks/task.types.js';
export * from './tasks/inbox/task-watch.repository.js';
export * from './webhooks/webhook-delivery.repository.js';
export * from './webhooks/webhook-endpoint.repository.js';
export * from './webhooks/webhook-sending.repository.js';

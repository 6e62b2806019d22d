import { ApprovalPolicyEntity } from './approvals/approval-policy.entity.js';
import { ApprovalRequestEntity } from './approvals/approval-request.entity.js';
import { ApprovalVoteEntity } from './approvals/approval-vote.entity.js';
import { ArtefactViewEntity } from './tasks/artefact/artefact-view.entity.js';
import { AuditEntryEntity } from './audit/audit-entry.entity.js';
import { AuditSealEntity } from './audit/audit-seal.entity.js';
import { HandoverEntity } from './delegation/handover.entity.js';
import { HandoverItemEntity } from './delegation/handover-item.entity.js';
import { OfficeDelegationEntity } from './delegation/office-delegation.entity.js';
import { AppointmentEntity } from './organisation/appointments/appointment.entity.js';
import { FamilyChangeEntity } from './families/family-change.entity.js';
import { FamilyPaperEntity } from './families/family-paper.entity.js';
import { FamilyEventEntity } from './families/family-event.entity.js';
import { FamilyFormerKeyEntity } from './families/family-former-key.entity.js';
import { FamilyListingEntity } from './families/family-listing.entity.js';
import { FamilyNameEntity } from './families/family-name.entity.js';
import { FamilyEntity } from './families/family.entity.js';
import { FreezePeriodEntity } from './mandates/freeze-period.entity.js';
import { MandateEventEntity } from './mandates/mandate-event.entity.js';
import { MandateEntity } from './mandates/mandate.entity.js';
import { OfficeEntity } from './organisation/offices/office.entity.js';
import { OfficerActivationEntity } from './auth/officer-activation.entity.js';
import { AccountResetEntity } from './auth/account-reset.entity.js';
import { OfficerIdentityEntity } from './auth/officer-identity.entity.js';
import { OfficerPasskeyEntity } from './auth/officer-passkey.entity.js';
import { PasskeyChallengeEntity } from './auth/passkey-challenge.entity.js';
import { OfficerSecondFactorEntity } from './auth/officer-second-factor.entity.js';
import { OfficerLeaveEntity } from './organisation/appointments/officer-leave.entity.js';
import { OfficerEntity } from './organisation/officers/officer.entity.js';
import { SessionEntity } from './auth/session.entity.js';
import { AttemptEntity } from './auth/attempt.entity.js';
import { TerritoryEntity } from './territories/territory.entity.js';
import { TerritoryOutlineEntity } from './territories/territory-outline.entity.js';
import { TerritoryHolidayEntity } from './calendar/territory-holiday.entity.js';
import { AssignmentLetterCaseEntity } from './follow-up/assignment-letter-case.entity.js';
import { AssignmentLetterEntity } from './follow-up/assignment-letter.entity.js';
import { CaseMeasureEntity } from './follow-up/case-measure.entity.js';
import { CaseRequestEntity } from './follow-up/case-request.entity.js';
import { CaseSanctionEntity } from './follow-up/case-sanction.entity.js';
import { FieldDeviceEntity } from './follow-up/field/field-device.entity.js';
import { FieldLeaseEntity } from './follow-up/field/field-lease.entity.js';
import { FieldLeaseCaseEntity } from './follow-up/field/field-lease-case.entity.js';
import { FieldOperationEntity } from './follow-up/field/field-operation.entity.js';
import { FieldConflictEntity } from './follow-up/field/field-conflict.entity.js';
import { FindingRuleEntity } from './follow-up/finding-rule.entity.js';
import { FollowUpCaseEntity } from './follow-up/follow-up-case.entity.js';
import { BankAnswerEntity } from './distribution/bank/bank-answer.entity.js';
import { BankArrivalEntity } from './distribution/bank/bank-arrival.entity.js';
import { ExchangedFileEntity } from './distribution/bank/exchanged-file.entity.js';
import { BankFileEntity } from './distribution/bank/bank-file.entity.js';
import { DecreeEntity } from './distribution/decree/decree.entity.js';
import { StipendStatementEntity } from './capacity/stipend-statement.entity.js';
import { CardEntity } from './distribution/cards/card.entity.js';
import { CardCaseEntity } from './distribution/cards/card-case.entity.js';
import { CardFileEntity } from './distribution/cards/card-file.entity.js';
import { CardFindingEntity } from './distribution/cards/card-finding.entity.js';
import { CardWordEntity } from './distribution/cards/card-word.entity.js';
import { ComplaintEntity } from './complaints/complaint.entity.js';
import { ComplaintEventEntity } from './complaints/complaint-event.entity.js';
import { ComplaintPaperEntity } from './complaints/complaint-paper.entity.js';
import { SpotCheckEntity } from './monitoring/spot-check.entity.js';
import { SpotCheckFamilyEntity } from './monitoring/spot-check-family.entity.js';
import { SpotCheckResultEntity } from './monitoring/spot-check-result.entity.js';
import { SpotCheckStratumEntity } from './monitoring/spot-check-stratum.entity.js';
import { OutreachCampaignEntity } from './outreach/outreach-campaign.entity.js';
import { OutreachInvitationEntity } from './outreach/outreach-invitation.entity.js';
import { OutreachPlaceEntity } from './outreach/outreach-place.entity.js';
import { OutreachSessionEntity } from './outreach/outreach-session.entity.js';
import { BudgetEntity } from './money/budget.entity.js';
import { EntitlementEntity } from './money/entitlement.entity.js';
import { LedgerTransactionEntity } from './money/ledger-transaction.entity.js';
import { PaymentOrderEntity } from './distribution/order/payment-order.entity.js';
import { PaymentRepairEntity } from './distribution/repair/payment-repair.entity.js';
import { CityPostingEntity } from './money/city-posting.entity.js';
import { PostingEntity } from './money/posting.entity.js';
import { BreakEntity } from './distribution/breaks/reconciliation-break.entity.js';
import { DocumentNumberEntity } from './distribution/decree/document-number.entity.js';
import { ServiceAreaEntity } from './distribution/service/service-area.entity.js';
import { TreasuryDepositEntity } from './distribution/return/treasury-deposit.entity.js';
import { TreasuryReturnItemEntity } from './distribution/return/treasury-return-item.entity.js';
import { TreasuryReturnEntity } from './distribution/return/treasury-return.entity.js';
import { MailEntity } from './notifications/mail.entity.js';
import { NotificationSettingEntity } from './notifications/notification-setting.entity.js';
import { NotificationEntity } from './notifications/notification.entity.js';
import { AllocationEntity } from './periods/allocation.entity.js';
import { CityPeriodEntity } from './periods/city-period.entity.js';
import { PeriodEntity } from './periods/period.entity.js';
import { PolicyChangeEntity } from './policies/policy-change.entity.js';
import { PolicyVersionEntity } from './policies/policy-version.entity.js';
import { ProgrammeClockEntity } from './calendar/programme-clock.entity.js';
import { QuotaChangeEntity, QuotaChangeLineEntity } from './periods/quota-change.entity.js';
import { StageProgressEntity } from './periods/stage-progress.entity.js';
import { AlertEntity } from './reporting/alerts/alert.entity.js';
import { AlertRuleEntity } from './reporting/alerts/alert-rule.entity.js';
import { ReportEntity } from './reporting/report.entity.js';
import { CheckListEntryEntity } from './rosters/check-lists/check-list-entry.entity.js';
import { CheckListEntity } from './rosters/check-lists/check-list.entity.js';
import { FamilyDoubtEntity } from './rosters/doubts/family-doubt.entity.js';
import { IdentityAnswerEntity } from './rosters/doubts/identity-answer.entity.js';
import { RosterFileEntity } from './rosters/roster-file.entity.js';
import { RosterRowEntity } from './rosters/roster-row.entity.js';
import { RosterEntity } from './rosters/roster.entity.js';
import { CommandReceiptEntity } from './shared/command-receipt.entity.js';
import { InboxFilterEntity } from './tasks/inbox/inbox-filter.entity.js';
import { OutboxEntity } from './shared/outbox.entity.js';
import { SignatureEntity } from './tasks/decision/signature.entity.js';
import { TaskAttachmentEntity } from './tasks/artefact/task-attachment.entity.js';
import { TaskDecisionEntity } from './tasks/decision/task-decision.entity.js';
import { TaskEventEntity } from './tasks/life/task-event.entity.js';
import { TaskWatchEntity } from './tasks/inbox/task-watch.entity.js';
import { TaskEntity } from './tasks/task.entity.js';
import { WebhookAttemptEntity } from './webhooks/webhook-attempt.entity.js';
import { WebhookDeliveryEntity } from './webhooks/webhook-delivery.entity.js';
import { WebhookEndpointEntity } from './webhooks/webhook-endpoint.entity.js';
import { WebhookFactEntity } from './webhooks/webhook-fact.entity.js';

/** Every table of the database, for TypeORM's data source and for the drift test. */
export const ENTITIES = [
  AllocationEntity,
  AppointmentEntity,
  ApprovalPolicyEntity,
  ApprovalRequestEntity,
  ApprovalVoteEntity,
  ArtefactViewEntity,
  AuditEntryEntity,
  AuditSealEntity,
  BankAnswerEntity,
  BankArrivalEntity,
  ExchangedFileEntity,
  BankFileEntity,
  BreakEntity,
  CityPeriodEntity,
  CommandReceiptEntity,
  DecreeEntity,
  EntitlementEntity,
  FamilyChangeEntity,
  FamilyPaperEntity,
  CheckListEntity,
  CheckListEntryEntity,
  FamilyDoubtEntity,
  FamilyEntity,
  FamilyEventEntity,
  FamilyFormerKeyEntity,
  FamilyListingEntity,
  FamilyNameEntity,
  AssignmentLetterCaseEntity,
  AssignmentLetterEntity,
  CaseMeasureEntity,
  CaseRequestEntity,
  CaseSanctionEntity,
  FindingRuleEntity,
  FieldDeviceEntity,
  FieldLeaseEntity,
  FieldLeaseCaseEntity,
  FieldOperationEntity,
  FieldConflictEntity,
  FollowUpCaseEntity,
  FreezePeriodEntity,
  InboxFilterEntity,
  LedgerTransactionEntity,
  MailEntity,
  MandateEntity,
  MandateEventEntity,
  NotificationEntity,
  NotificationSettingEntity,
  OfficeEntity,
  OfficerActivationEntity,
  AccountResetEntity,
  OfficerIdentityEntity,
  OfficerPasskeyEntity,
  PasskeyChallengeEntity,
  OfficerSecondFactorEntity,
  OfficerEntity,
  StipendStatementEntity,
  CardEntity,
  CardCaseEntity,
  CardFileEntity,
  CardFindingEntity,
  CardWordEntity,
  ComplaintEntity,
  ComplaintEventEntity,
  ComplaintPaperEntity,
  SpotCheckEntity,
  SpotCheckFamilyEntity,
  SpotCheckResultEntity,
  SpotCheckStratumEntity,
  OutreachCampaignEntity,
  OutreachInvitationEntity,
  OutreachPlaceEntity,
  OutreachSessionEntity,
  BudgetEntity,
  OfficerLeaveEntity,
  OutboxEntity,
  PaymentOrderEntity,
  PaymentRepairEntity,
  PeriodEntity,
  PolicyChangeEntity,
  PolicyVersionEntity,
  CityPostingEntity,
  PostingEntity,
  ProgrammeClockEntity,
  AlertEntity,
  AlertRuleEntity,
  ReportEntity,
  IdentityAnswerEntity,
  RosterEntity,
  RosterFileEntity,
  RosterRowEntity,
  SessionEntity,
  AttemptEntity,
  SignatureEntity,
  QuotaChangeEntity,
  QuotaChangeLineEntity,
  StageProgressEntity,
  TaskAttachmentEntity,
  TaskDecisionEntity,
  TaskEntity,
  TaskEventEntity,
  TaskWatchEntity,
  HandoverEntity,
  HandoverItemEntity,
  OfficeDelegationEntity,
  TerritoryEntity,
  TerritoryOutlineEntity,
  TerritoryHolidayEntity,
  DocumentNumberEntity,
  ServiceAreaEntity,
  TreasuryDepositEntity,
  TreasuryReturnItemEntity,
  TreasuryReturnEntity,
  WebhookAttemptEntity,
  WebhookDeliveryEntity,
  WebhookEndpointEntity,
  WebhookFactEntity,
];

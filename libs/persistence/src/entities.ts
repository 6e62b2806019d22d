import { ApprovalPolicyEntity } from './approvals/approval-policy.entity.js';
import { ApprovalRequestEntity } from './approvals/approval-request.entity.js';
import { ApprovalVoteEntity } from './approvals/approval-vote.entity.js';
import { ArtefactViewEntity } from './artefacts/artefact-view.entity.js';
import { AuditEntryEntity } from './audit/audit-entry.entity.js';
import { HandoverEntity } from './delegation/handover.entity.js';
import { HandoverItemEntity } from './delegation/handover-item.entity.js';
import { OfficeDelegationEntity } from './delegation/office-delegation.entity.js';
import { AppointmentEntity } from './authority/appointment.entity.js';
import { FreezePeriodEntity } from './authority/freeze-period.entity.js';
import { MandateEventEntity } from './authority/mandate-event.entity.js';
import { MandateEntity } from './authority/mandate.entity.js';
import { OfficeEntity } from './authority/office.entity.js';
import { OfficerActivationEntity } from './authority/officer-activation.entity.js';
import { OfficerLeaveEntity } from './authority/officer-leave.entity.js';
import { OfficerEntity } from './authority/officer.entity.js';
import { SessionEntity } from './authority/session.entity.js';
import { SignInAttemptEntity } from './authority/sign-in-attempt.entity.js';
import { TerritoryEntity } from './authority/territory.entity.js';
import { TerritoryHolidayEntity } from './calendar/territory-holiday.entity.js';
import { FollowUpCaseEntity } from './follow-up/follow-up-case.entity.js';
import { BankFileEntity } from './money/bank-file.entity.js';
import { DecreeEntity } from './money/decree.entity.js';
import { EntitlementEntity } from './money/entitlement.entity.js';
import { LedgerTransactionEntity } from './money/ledger-transaction.entity.js';
import { PaymentOrderEntity } from './money/payment-order.entity.js';
import { PostingEntity } from './money/posting.entity.js';
import { BreakEntity } from './money/reconciliation-break.entity.js';
import { TreasuryReturnEntity } from './money/treasury-return.entity.js';
import { MailEntity } from './notifications/mail.entity.js';
import { NotificationSettingEntity } from './notifications/notification-setting.entity.js';
import { NotificationEntity } from './notifications/notification.entity.js';
import { AllocationEntity } from './period/allocation.entity.js';
import { CityPeriodEntity } from './period/city-period.entity.js';
import { PeriodEntity } from './period/period.entity.js';
import { PolicyVersionEntity } from './period/policy-version.entity.js';
import { ProgrammeClockEntity } from './period/programme-clock.entity.js';
import { StageProgressEntity } from './period/stage-progress.entity.js';
import { ReportEntity } from './reporting/report.entity.js';
import { RosterFileEntity } from './roster/roster-file.entity.js';
import { RosterRowEntity } from './roster/roster-row.entity.js';
import { RosterEntity } from './roster/roster.entity.js';
import { CommandReceiptEntity } from './tasks/command-receipt.entity.js';
import { InboxFilterEntity } from './tasks/inbox-filter.entity.js';
import { OutboxEntity } from './tasks/outbox.entity.js';
import { SignatureEntity } from './tasks/signature.entity.js';
import { TaskAttachmentEntity } from './tasks/task-attachment.entity.js';
import { TaskDecisionEntity } from './tasks/task-decision.entity.js';
import { TaskEventEntity } from './tasks/task-event.entity.js';
import { TaskWatchEntity } from './tasks/task-watch.entity.js';
import { TaskEntity } from './tasks/task.entity.js';

/** Every table of the database, for TypeORM's data source and for the drift test. */
export const ENTITIES = [
  AllocationEntity,
  AppointmentEntity,
  ApprovalPolicyEntity,
  ApprovalRequestEntity,
  ApprovalVoteEntity,
  ArtefactViewEntity,
  AuditEntryEntity,
  BankFileEntity,
  BreakEntity,
  CityPeriodEntity,
  CommandReceiptEntity,
  DecreeEntity,
  EntitlementEntity,
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
  OfficerEntity,
  OfficerLeaveEntity,
  OutboxEntity,
  PaymentOrderEntity,
  PeriodEntity,
  PolicyVersionEntity,
  PostingEntity,
  ProgrammeClockEntity,
  ReportEntity,
  RosterEntity,
  RosterFileEntity,
  RosterRowEntity,
  SessionEntity,
  SignInAttemptEntity,
  SignatureEntity,
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
  TerritoryHolidayEntity,
  TreasuryReturnEntity,
];

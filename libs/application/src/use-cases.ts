import { AlertHeldApprovals } from './approvals/alert-held-approvals.js';
import { ApprovalPolicyService } from './approvals/approval-policies.js';
import { AuditReader } from './audit/audit-reader.js';
import { SealAudit } from './audit/seal-audit.js';
import { ActivateAccount } from './auth/activate-account.js';
import { ChangePassword } from './auth/change-password.js';
import { OwnSessionService } from './auth/own-sessions.js';
import { Passkeys } from './auth/passkeys.js';
import { IdentityProvider } from './auth/identity-provider.js';
import { ProviderSignIn } from './auth/provider-sign-in.js';
import { RecordRefusal } from './auth/record-refusal.js';
import { SecondFactors } from './auth/second-factors.js';
import { Sessions } from './auth/sessions.js';
import { Holidays } from './calendar/holidays.js';
import { DelegationService } from './delegation/delegations.js';
import { EndDelegations } from './delegation/end-delegations.js';
import { HandoverService } from './delegation/handovers.js';
import { RemindOfHandovers } from './delegation/remind-of-handovers.js';
import { AwaitedAnswers } from './distribution/bank/awaited-answers.js';
import { BankIntake } from './distribution/bank/bank-intake.js';
import { BankFileRehearsal } from './distribution/bank/rehearse-bank-file.js';
import { Scorecard } from './distribution/bank/scorecard.js';
import { ReturnCalendar } from './distribution/return/return-calendar.js';
import { FileInbox } from './distribution/bank/file-inbox.js';
import { RehearsalForPeople } from './distribution/bank/rehearsal-for-people.js';
import { BreakDesk } from './distribution/breaks/break-desk.js';
import { DecreeService } from './distribution/decree/decrees.js';
import { ExecutionDays } from './distribution/order/execution-days.js';
import { PaymentOrderService } from './distribution/order/payment-orders.js';
import { ProposeResolutions } from './distribution/breaks/propose-resolutions.js';
import { PaperReader } from './documents/paper-reader.js';
import { SignedPapers } from './documents/signed-papers.js';
import { FailedPaymentReader } from './distribution/repair/failed-payment-reader.js';
import { FailedPaymentsDesk } from './distribution/repair/failed-payments.js';
import { RepairPayments } from './distribution/repair/repair-payments.js';
import { TreasuryReturnService } from './distribution/return/treasury-returns.js';
import { UsageService } from './distribution/bank/usage.js';
import { WatchMailbox } from './distribution/bank/watch-mailbox.js';
import { CheckOwnAid } from './families/check-own-aid.js';
import { FamilyChangeReader } from './families/family-change-reader.js';
import { FamilyChangeService } from './families/family-changes.js';
import { LapseFamilyChanges } from './families/lapse-changes.js';
import { FamilyReader } from './families/family-reader.js';
import { IndexFamilyNames } from './families/index-names.js';
import { SearchFamilies } from './families/search-families.js';
import { AssignmentLetterReader } from './follow-up/assignment-letter-reader.js';
import { AssignmentLetterService } from './follow-up/assignment-letters.js';
import { CaseMeasureReader } from './follow-up/case-measure-reader.js';
import { CaseMeasureService } from './follow-up/case-measures.js';
import { CaseSanctionReader } from './follow-up/case-sanction-reader.js';
import { CaseSanctionService } from './follow-up/case-sanctions.js';
import { CaseRequestReader } from './follow-up/case-request-reader.js';
import { CaseRequestService } from './follow-up/case-requests.js';
import { DeskService } from './follow-up/desks.js';
import { FieldConflictService } from './follow-up/field/field-conflicts.js';
import { FieldLeases } from './follow-up/field/field-leases.js';
import { FieldReader } from './follow-up/field/field-reader.js';
import { FieldSync } from './follow-up/field/field-sync.js';
import { FollowUpReader } from './follow-up/follow-up-reader.js';
import { FollowUpDiary } from './follow-up/follow-up-diary.js';
import { CityMandateService } from './mandates/city-mandate.js';
import { EndMandates } from './mandates/end-mandates.js';
import { FreezeService } from './mandates/freezes.js';
import { MandateService } from './mandates/mandates.js';
import { PlannerReader } from './capacity/planner.js';
import { CardDesk } from './distribution/cards/card-desk.js';
import { CardFileIntake } from './distribution/cards/card-files.js';
import { CardReader } from './distribution/cards/card-reader.js';
import { RemindOfCards } from './distribution/cards/remind-of-cards.js';
import { ComplaintDesk } from './complaints/complaint-desk.js';
import { ComplaintReader } from './complaints/complaint-reader.js';
import { FollowComplaint } from './complaints/follow-complaint.js';
import { PublicDoor } from './shared/public-door.js';
import { PlanSpotCheck } from './monitoring/plan-spot-check.js';
import { RemindOfSpotChecks } from './monitoring/remind-of-spot-checks.js';
import { SpotCheckDesk } from './monitoring/spot-check-desk.js';
import { SpotCheckReader } from './monitoring/spot-check-reader.js';
import { OutreachAttendance } from './outreach/outreach-attendance.js';
import { OutreachCampaigns } from './outreach/outreach-campaigns.js';
import { OutreachEffects } from './outreach/outreach-effect.js';
import { OutreachNeed } from './outreach/outreach-need.js';
import { OutreachPapers } from './outreach/outreach-papers.js';
import { OutreachSessionReader } from './outreach/outreach-session-reader.js';
import { OutreachSessions } from './outreach/outreach-sessions.js';
import { RemindOfOutreach } from './outreach/remind-of-outreach.js';
import { PublicComplaints } from './complaints/public-complaints.js';
import { StipendService } from './capacity/stipends.js';
import { BudgetService } from './money/budget/budgets.js';
import { MoneyReader } from './money/money-reader.js';
import { ServiceAreaService } from './distribution/service/service-areas.js';
import { PolicyChangeService } from './policies/policy-changes.js';
import { PolicyReader } from './policies/policy-reader.js';
import { ProgrammeReader } from './programmes/programme-reader.js';
import { NotificationSettings } from './notifications/notification-settings.js';
import { NotificationService } from './notifications/notifications.js';
import { SendMails } from './notifications/send-mails.js';
import { OperationsReader } from './operations/operations-reader.js';
import { ProgrammeClock } from './calendar/programme-clock.js';
import { WorkflowReader } from './operations/workflow-reader.js';
import { AccountResets } from './organisation/account-resets.js';
import { LapseAccountResets } from './organisation/lapse-account-resets.js';
import { Accounts } from './organisation/accounts.js';
import { ConfirmPosts } from './organisation/confirm-posts.js';
import { ImportOfficers } from './organisation/import-officers.js';
import { OutlineReader } from './territories/outline-reader.js';
import { RegionLists } from './territories/region-lists.js';
import { OrganisationReader } from './organisation/organisation-reader.js';
import { OfficerRegister } from './organisation/register.js';
import { AllocationService } from './periods/allocation.js';
import { BoardReader } from './periods/board-reader.js';
import { ApplyQuotaChange } from './periods/apply-quota-change.js';
import { QuotaChangeService } from './periods/quota-changes.js';
import { ChangeQuotas } from './periods/change-quotas.js';
import { PeriodProgress } from './periods/period-progress.js';
import { PeriodService } from './periods/periods.js';
import { AlertReader } from './reporting/alerts/alert-reader.js';
import { AlertRuleService } from './reporting/alerts/alert-rules.js';
import { LookAtAlerts } from './reporting/alerts/look-at-alerts.js';
import { BuildReports } from './reporting/build-reports.js';
import { DashboardReader } from './reporting/dashboard-reader.js';
import { ReportReader } from './reporting/report-reader.js';
import { CheckListRegister } from './rosters/check-lists/check-list-register.js';
import { DecideDoubts } from './rosters/doubts/decide-doubts.js';
import { DoubtDesk } from './rosters/doubts/doubt-desk.js';
import { DoubtReader } from './rosters/doubts/doubt-reader.js';
import { ImportRoster } from './rosters/import-roster.js';
import { RecordVerdicts } from './rosters/record-verdicts.js';
import { ReportOfFile } from './rosters/report-of-file.js';
import { RosterReader } from './rosters/roster-reader.js';
import { RosterVersions } from './rosters/roster-versions.js';
import { VersionReader } from './rosters/version-reader.js';
import { Commands } from './shared/commands.js';
import { ArtefactChangeReader } from './tasks/artefact/artefact-changes.js';
import { Attachments } from './tasks/artefact/attachments.js';
import { DecideMany } from './tasks/bulk/decide-many.js';
import { MoveMany } from './tasks/bulk/move-many.js';
import { EscalateTask } from './tasks/deadlines/escalate-task.js';
import { EscalationSimulator } from './tasks/deadlines/escalation-simulation.js';
import { OfficeForecastReader } from './tasks/deadlines/office-forecast-reader.js';
import { DecideTask } from './tasks/decision/decide-task.js';
import { ExplainTask } from './tasks/decision/explain-task.js';
import { OptimisticTaskService } from './tasks/decision/optimistic-task.js';
import { InboxFilterService } from './tasks/inbox/inbox-filters.js';
import { TaskReader } from './tasks/inbox/task-reader.js';
import { WatchTask } from './tasks/inbox/watch-task.js';
import { MoveTask } from './tasks/life/move-task.js';
import { OpenTask } from './tasks/life/open-task.js';
import { SendWebhooks } from './webhooks/send-webhooks.js';
import { WebhookDesk } from './webhooks/webhook-desk.js';
import { WebhookReader } from './webhooks/webhook-reader.js';

/**
 * Every use case: what an official or the clock does, and what they read. A process provides DataSource, PersonVault,
 * WorkingCalendar and CONFIG, and Nest makes the rest.
 */
export const USE_CASES = [
  Accounts,
  ActivateAccount,
  AlertHeldApprovals,
  AllocationService,
  ApprovalPolicyService,
  ArtefactChangeReader,
  Attachments,
  AuditReader,
  AwaitedAnswers,
  BankIntake,
  BankFileRehearsal,
  FileInbox,
  Scorecard,
  ReturnCalendar,
  RehearsalForPeople,
  BoardReader,
  BreakDesk,
  AlertReader,
  AlertRuleService,
  LookAtAlerts,
  BuildReports,
  ChangePassword,
  ApplyQuotaChange,
  ChangeQuotas,
  QuotaChangeService,
  CheckListRegister,
  CityMandateService,
  Commands,
  CardDesk,
  CardFileIntake,
  CardReader,
  RemindOfCards,
  ComplaintDesk,
  ComplaintReader,
  FollowComplaint,
  PublicDoor,
  CheckOwnAid,
  PublicComplaints,
  PlanSpotCheck,
  RemindOfSpotChecks,
  SpotCheckDesk,
  SpotCheckReader,
  OutreachAttendance,
  OutreachCampaigns,
  OutreachEffects,
  OutreachNeed,
  OutreachPapers,
  OutreachSessionReader,
  OutreachSessions,
  RemindOfOutreach,
  AccountResets,
  LapseAccountResets,
  ConfirmPosts,
  DecideDoubts,
  DecideMany,
  DecideTask,
  DecreeService,
  DelegationService,
  DeskService,
  DoubtDesk,
  DoubtReader,
  EndDelegations,
  EndMandates,
  EscalateTask,
  EscalationSimulator,
  ExecutionDays,
  ExplainTask,
  FamilyChangeReader,
  FamilyChangeService,
  LapseFamilyChanges,
  FamilyReader,
  IndexFamilyNames,
  SearchFamilies,
  CaseRequestReader,
  AssignmentLetterReader,
  AssignmentLetterService,
  CaseMeasureReader,
  CaseMeasureService,
  CaseSanctionReader,
  CaseSanctionService,
  CaseRequestService,
  FieldConflictService,
  FieldLeases,
  FieldReader,
  FieldSync,
  FollowUpReader,
  FollowUpDiary,
  FreezeService,
  HandoverService,
  Holidays,
  ImportOfficers,
  ImportRoster,
  InboxFilterService,
  MandateService,
  PlannerReader,
  StipendService,
  BudgetService,
  MoneyReader,
  ServiceAreaService,
  PolicyChangeService,
  PolicyReader,
  ProgrammeReader,
  MoveMany,
  MoveTask,
  NotificationService,
  NotificationSettings,
  OfficeForecastReader,
  OfficerRegister,
  OpenTask,
  OptimisticTaskService,
  OrganisationReader,
  OwnSessionService,
  PaymentOrderService,
  PeriodProgress,
  OutlineReader,
  RegionLists,
  PeriodService,
  ProgrammeClock,
  ProposeResolutions,
  FailedPaymentReader,
  Passkeys,
  IdentityProvider,
  ProviderSignIn,
  SecondFactors,
  PaperReader,
  SignedPapers,
  FailedPaymentsDesk,
  RepairPayments,
  RecordRefusal,
  RecordVerdicts,
  RemindOfHandovers,
  DashboardReader,
  ReportReader,
  ReportOfFile,
  RosterReader,
  RosterVersions,
  VersionReader,
  SealAudit,
  Sessions,
  TaskReader,
  TreasuryReturnService,
  UsageService,
  WatchMailbox,
  WatchTask,
  WebhookDesk,
  WebhookReader,
] as const;

/** Those that ask Temporal itself; they need TEMPORAL_CLIENT as well. */
export const TEMPORAL_USE_CASES = [OperationsReader, WorkflowReader] as const;

/** Those that mail; they need POST as well. */
export const MAIL_USE_CASES = [SendMails] as const;

/** Those that send to other systems; they need WEBHOOK_CARRIER as well. */
export const WEBHOOK_USE_CASES = [SendWebhooks] as const;

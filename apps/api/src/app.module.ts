import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { LoggerModule } from 'nestjs-pino';
import type { Config } from '#config';
import { loggerOptions } from '#telemetry';
import { CONFIG, TEMPORAL_USE_CASES, USE_CASES } from '#application';
import { ApprovalsController } from './approvals/approvals.controller.js';
import { AuditController } from './audit/audit.controller.js';
import { AuthController } from './auth/auth.controller.js';
import { OwnAccountController } from './auth/own-account.controller.js';
import { PasskeyController } from './auth/passkey.controller.js';
import { ProviderController } from './auth/provider.controller.js';
import { SecondFactorController } from './auth/second-factor.controller.js';
import { FreezesController } from './mandates/freezes.controller.js';
import { WhyController } from './tasks/decision/why.controller.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { CoreModule } from './core.module.js';
import { DelegationsController } from './delegation/delegations.controller.js';
import { HandoversController } from './delegation/handovers.controller.js';
import { EscalationsController } from './tasks/deadlines/escalations.controller.js';
import { FamilyChangesController } from './families/family-changes.controller.js';
import { FamiliesController } from './families/families.controller.js';
import { CaseRequestsController } from './follow-up/case-requests.controller.js';
import { AssignmentLettersController } from './follow-up/assignment-letters.controller.js';
import { CaseMeasuresController } from './follow-up/case-measures.controller.js';
import { CaseSanctionsController } from './follow-up/case-sanctions.controller.js';
import { FieldLeasesController } from './follow-up/field/field-leases.controller.js';
import { FieldSyncController } from './follow-up/field/field-sync.controller.js';
import { FollowUpController } from './follow-up/follow-up.controller.js';
import { HealthController } from './operations/health.controller.js';
import { LiveController } from './shared/live/live.controller.js';
import { LiveFeed } from './shared/live/live-feed.js';
import { SessionWatch } from './shared/live/session-watch.js';
import { MandatesController } from './mandates/mandates.controller.js';
import { ReturnCalendarController } from './distribution/return-calendar.controller.js';
import { ScorecardController } from './distribution/scorecard.controller.js';
import { BankFilesController } from './distribution/bank-files.controller.js';
import { ServiceAreasController } from './distribution/service-areas.controller.js';
import { DistributionController } from './distribution/distribution.controller.js';
import { PlannerController } from './capacity/planner.controller.js';
import { SpotChecksController } from './monitoring/spot-checks.controller.js';
import { OutreachController } from './outreach/outreach.controller.js';
import { OutreachSessionsController } from './outreach/outreach-sessions.controller.js';
import { CardFilesController } from './distribution/cards/card-files.controller.js';
import { CardsController } from './distribution/cards/cards.controller.js';
import { ComplaintsController } from './complaints/complaints.controller.js';
import { OwnAidController } from './families/own-aid.controller.js';
import { PublicController } from './shared/public.controller.js';
import { PublicComplaintsController } from './complaints/public-complaints.controller.js';
import { StipendsController } from './capacity/stipends.controller.js';
import { BudgetsController } from './money/budgets.controller.js';
import { DocumentsController } from './documents/documents.controller.js';
import { MoneyController } from './money/money.controller.js';
import { MoneySheetsController } from './money/money-sheets.controller.js';
import { PoliciesController } from './policies/policies.controller.js';
import { ProgrammesController } from './programmes/programmes.controller.js';
import { NotificationSettingsController } from './notifications/notification-settings.controller.js';
import { NotificationsController } from './notifications/notifications.controller.js';
import { OperationsController } from './operations/operations.controller.js';
import { RegionsController } from './operations/regions.controller.js';
import { OutlinesController } from './territories/outlines.controller.js';
import { AccountsController } from './organisation/accounts.controller.js';
import { AccountResetController } from './organisation/account-reset.controller.js';
import { ConfirmationController } from './organisation/confirmation.controller.js';
import { OrganisationController } from './organisation/organisation.controller.js';
import { OfficesController } from './tasks/deadlines/offices.controller.js';
import { PeriodsController } from './periods/periods.controller.js';
import { QuotaChangesController } from './periods/quota-changes.controller.js';
import { AlertsController } from './reporting/alerts.controller.js';
import { DashboardController } from './reporting/dashboard.controller.js';
import { ReportsController } from './reporting/reports.controller.js';
import { CheckListsController } from './rosters/check-lists.controller.js';
import { DoubtsController } from './rosters/doubts.controller.js';
import { RostersController } from './rosters/rosters.controller.js';
import { AuthGuard } from './auth/auth.guard.js';
import { OriginGuard } from './shared/origin.guard.js';
import { ProblemFilter } from './shared/problem.filter.js';
import { ArtefactChangesController } from './tasks/artefact/artefact-changes.controller.js';
import { AttachmentsController } from './tasks/artefact/attachments.controller.js';
import { BulkController } from './tasks/bulk/bulk.controller.js';
import { InboxFiltersController } from './tasks/inbox/inbox-filters.controller.js';
import { TaskEventsController } from './tasks/life/task-events.controller.js';
import { TaskHandoverController } from './tasks/life/task-handover.controller.js';
import { WatchController } from './tasks/inbox/watch.controller.js';
import { TasksController } from './tasks/tasks.controller.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';

@Module({
  imports: [
    CoreModule,
    LoggerModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => loggerOptions('api', config.logLevel),
    }),
  ],
  controllers: [
    AccountsController,
    ApprovalsController,
    ArtefactChangesController,
    AttachmentsController,
    AuditController,
    AuthController,
    BulkController,
    CalendarController,
    AccountResetController,
    ConfirmationController,
    DelegationsController,
    HandoversController,
    EscalationsController,
    FamiliesController,
    FamilyChangesController,
    CaseRequestsController,
    AssignmentLettersController,
    CaseMeasuresController,
    CaseSanctionsController,
    FieldLeasesController,
    FieldSyncController,
    FollowUpController,
    FreezesController,
    HealthController,
    InboxFiltersController,
    LiveController,
    MandatesController,
    DistributionController,
    BankFilesController,
    ScorecardController,
    WebhooksController,
    ReturnCalendarController,
    ServiceAreasController,
    PlannerController,
    CardFilesController,
    CardsController,
    ComplaintsController,
    SpotChecksController,
    OutreachSessionsController,
    OutreachController,
    PublicController,
    OwnAidController,
    PublicComplaintsController,
    StipendsController,
    BudgetsController,
    DocumentsController,
    MoneyController,
    MoneySheetsController,
    PoliciesController,
    ProgrammesController,
    NotificationSettingsController,
    NotificationsController,
    OfficesController,
    OperationsController,
    OutlinesController,
    RegionsController,
    OrganisationController,
    OwnAccountController,
    PasskeyController,
    ProviderController,
    SecondFactorController,
    PeriodsController,
    QuotaChangesController,
    AlertsController,
    DashboardController,
    ReportsController,
    CheckListsController,
    DoubtsController,
    RostersController,
    TaskEventsController,
    TaskHandoverController,
    TasksController,
    WatchController,
    WhyController,
  ],
  providers: [
    ...USE_CASES,
    ...TEMPORAL_USE_CASES,
    LiveFeed,
    SessionWatch,
    { provide: APP_GUARD, useClass: OriginGuard },
    { provide: APP_GUARD, useClass: AuthGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class AppModule {}

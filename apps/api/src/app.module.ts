import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { LoggerModule } from 'nestjs-pino';
import type { Config } from '#config';
import { loggerOptions } from '#telemetry';
import { ApprovalsController } from './approvals/approvals.controller.js';
import { ApprovalsService } from './approvals/approvals.service.js';
import { AuditController } from './audit/audit.controller.js';
import { ActivationService } from './auth/activation.service.js';
import { AuthController } from './auth/auth.controller.js';
import { FreezesController } from './authority/freezes.controller.js';
import { WhyController } from './authority/why.controller.js';
import { SessionsService } from './auth/sessions.service.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { HolidaysService } from './calendar/holidays.service.js';
import { CoreModule } from './core.module.js';
import { DelegationsController } from './delegation/delegations.controller.js';
import { DelegationsService } from './delegation/delegations.service.js';
import { HandoversController } from './delegation/handovers.controller.js';
import { HandoversService } from './delegation/handovers.service.js';
import { EscalationsController } from './escalations/escalations.controller.js';
import { FollowUpController } from './follow-up/follow-up.controller.js';
import { HealthController } from './health/health.controller.js';
import { LiveController } from './live/live.controller.js';
import { LiveFeed } from './live/live-feed.js';
import { MandatesController } from './mandates/mandates.controller.js';
import { MandatesService } from './mandates/mandates.service.js';
import { MoneyController } from './money/money.controller.js';
import { MoneyService } from './money/money.service.js';
import { NotificationSettingsController } from './notifications/notification-settings.controller.js';
import { NotificationSettingsService } from './notifications/notification-settings.service.js';
import { NotificationsController } from './notifications/notifications.controller.js';
import { OperationsController } from './operations/operations.controller.js';
import { WorkflowsService } from './operations/workflows.service.js';
import { AccountsController } from './organisation/accounts.controller.js';
import { AccountsService } from './organisation/accounts.service.js';
import { OfficerImportService } from './organisation/officer-import.service.js';
import { OrganisationController } from './organisation/organisation.controller.js';
import { OrganisationService } from './organisation/organisation.service.js';
import { RegisterService } from './organisation/register.service.js';
import { BoardService } from './periods/board.service.js';
import { OfficesController } from './periods/offices.controller.js';
import { PeriodsController } from './periods/periods.controller.js';
import { PeriodsService } from './periods/periods.service.js';
import { ReportsController } from './reporting/reports.controller.js';
import { RosterImportService } from './rosters/roster-import.service.js';
import { RostersController } from './rosters/rosters.controller.js';
import { RostersService } from './rosters/rosters.service.js';
import { VerdictsService } from './rosters/verdicts.service.js';
import { AuthGuard } from './shared/auth.guard.js';
import { CommandsService } from './shared/commands.service.js';
import { CONFIG } from './shared/config.provider.js';
import { ProblemFilter } from './shared/problem.filter.js';
import { ArtefactChangesController } from './tasks/artefact-changes.controller.js';
import { AttachmentsController } from './tasks/attachments.controller.js';
import { AttachmentsService } from './tasks/attachments.service.js';
import { BulkController } from './tasks/bulk.controller.js';
import { BulkDecisionsService } from './tasks/bulk-decisions.service.js';
import { BulkEventsService } from './tasks/bulk-events.service.js';
import { DecisionsService } from './tasks/decisions.service.js';
import { InboxFiltersController } from './tasks/inbox-filters.controller.js';
import { TaskEventsController } from './tasks/task-events.controller.js';
import { AtOnceService } from './tasks/at-once.service.js';
import { TaskEventsService } from './tasks/task-events.service.js';
import { TaskHandoverController } from './tasks/task-handover.controller.js';
import { WatchController } from './tasks/watch.controller.js';
import { TasksController } from './tasks/tasks.controller.js';
import { TasksService } from './tasks/tasks.service.js';

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
    DelegationsController,
    HandoversController,
    EscalationsController,
    FollowUpController,
    FreezesController,
    HealthController,
    InboxFiltersController,
    LiveController,
    MandatesController,
    MoneyController,
    NotificationSettingsController,
    NotificationsController,
    OfficesController,
    OperationsController,
    OrganisationController,
    PeriodsController,
    ReportsController,
    RostersController,
    TaskEventsController,
    TaskHandoverController,
    TasksController,
    WatchController,
    WhyController,
  ],
  providers: [
    AccountsService,
    ActivationService,
    ApprovalsService,
    AttachmentsService,
    BoardService,
    BulkDecisionsService,
    BulkEventsService,
    CommandsService,
    DecisionsService,
    DelegationsService,
    HandoversService,
    LiveFeed,
    HolidaysService,
    MandatesService,
    MoneyService,
    NotificationSettingsService,
    OfficerImportService,
    OrganisationService,
    PeriodsService,
    RegisterService,
    RosterImportService,
    RostersService,
    SessionsService,
    AtOnceService,
    TaskEventsService,
    TasksService,
    VerdictsService,
    WorkflowsService,
    { provide: APP_GUARD, useClass: AuthGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class AppModule {}

import { Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { DataSource } from 'typeorm';
import { ACTIVITY_CLASSES } from '#activities/registry/activity-classes.js';
import { CONFIG, MAIL_USE_CASES, POST, USE_CASES, WEBHOOK_CARRIER, WEBHOOK_USE_CASES } from '#application';
import { AddressGuard, SmtpPost, WebhookPost } from '#channels';
import { type Config, loadConfig } from '#config';
import { WorkingCalendar } from '#domain';
import { createDataSource, PersonVault } from '#persistence';
import { loadWorkingCalendar } from '#policies';
import { loggerOptions } from '#telemetry';

/** The activities with what they need. */
@Module({
  imports: [LoggerModule.forRootAsync({ useFactory: () => loggerOptions('worker', loadConfig().logLevel) })],
  providers: [
    { provide: CONFIG, useFactory: () => loadConfig() },
    {
      provide: DataSource,
      inject: [CONFIG],
      useFactory: (config: Config) => createDataSource(config.databaseUrl).initialize(),
    },
    { provide: PersonVault, inject: [CONFIG], useFactory: (config: Config) => new PersonVault(config) },
    { provide: WorkingCalendar, useFactory: loadWorkingCalendar },
    {
      provide: POST,
      inject: [CONFIG],
      useFactory: ({ mail }: Config) => (mail === undefined ? null : new SmtpPost(mail)),
    },
    {
      provide: WEBHOOK_CARRIER,
      inject: [CONFIG],
      useFactory: ({ webhookNetworks: networks, sandbox: isSandbox }: Config) =>
        new WebhookPost(new AddressGuard({ networks, isSandbox })),
    },
    ...USE_CASES,
    ...MAIL_USE_CASES,
    ...WEBHOOK_USE_CASES,
    ...ACTIVITY_CLASSES,
  ],
})
export class WorkerModule {}

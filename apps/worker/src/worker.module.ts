import { Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { DataSource } from 'typeorm';
import { ACTIVITY_CLASSES } from '#activities/registry/activity-classes.js';
import { BANK_SETTINGS, type BankSettings } from '#activities/registry/bank-settings.js';
import { type Config, loadConfig } from '#config';
import { WorkingCalendar } from '#domain';
import { createDataSource, PersonVault } from '#persistence';
import { loadWorkingCalendar } from '#policies';
import { loggerOptions } from '#telemetry';

export const CONFIG = Symbol('amanah:config');

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
      provide: BANK_SETTINGS,
      inject: [CONFIG],
      useFactory: ({ bank, exchangeDir }: Config): BankSettings => ({ bank, exchangeDir }),
    },
    ...ACTIVITY_CLASSES,
  ],
})
export class WorkerModule {}

import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, TEMPORAL_CLIENT } from '#application';
import type { Config } from '#config';
import { WorkingCalendar } from '#domain';
import { createDataSource, PersonVault } from '#persistence';
import { loadWorkingCalendar } from '#policies';
import { connectClient } from '#temporal';
import { configProvider } from './shared/config.provider.js';

/** Connections and settings that every room needs. */
@Global()
@Module({
  providers: [
    configProvider,
    {
      provide: DataSource,
      inject: [CONFIG],
      useFactory: (config: Config) => createDataSource(config.databaseUrl).initialize(),
    },
    { provide: PersonVault, inject: [CONFIG], useFactory: (config: Config) => new PersonVault(config) },
    { provide: WorkingCalendar, useFactory: loadWorkingCalendar },
    { provide: TEMPORAL_CLIENT, inject: [CONFIG], useFactory: (config: Config) => connectClient(config.temporal) },
  ],
  exports: [CONFIG, DataSource, PersonVault, WorkingCalendar, TEMPORAL_CLIENT],
})
export class CoreModule {}

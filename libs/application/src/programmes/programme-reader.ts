import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { PAYMENT_CHANNELS } from '#domain';
import { ProgrammeClockRepository, PolicyRepository } from '#persistence';
import type { Programmes } from './programmes.schemas.js';

/** The programmes that have rules, and what a family gets by them now. */
@Injectable()
export class ProgrammeReader {
  constructor(private readonly database: DataSource) {}

  /** By the newest policy of each; a period that is opened keeps what it was opened under. */
  async list(): Promise<z.infer<typeof Programmes>> {
    const policies = new PolicyRepository(this.database.manager);
    const today = await new ProgrammeClockRepository(this.database.manager).today();
    const codes = await policies.programmes();
    return Promise.all(
      codes.map(async (code) => {
        const policy = await policies.newest(code);
        const channels = PAYMENT_CHANNELS.map((channel) => {
          const months = policy.count(`batch_months.${channel}`);
          const rupiahPerFamily = policy.rupiah('benefit.rupiah_per_month') * BigInt(months);
          return { channel, months, rupiahPerFamily: rupiahPerFamily.toString() };
        });
        return { code, channels, today };
      }),
    );
  }
}

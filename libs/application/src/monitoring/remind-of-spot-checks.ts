import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DiaryRepository, inTransaction, SpotCheckRepository } from '#persistence';
import { type NextLook, onDay } from '../shared/next-look.js';
import { tellOfLateness } from './tell-of-spot-checks.js';

/** Spot checks that nobody closed by their day: who drew them and their head are told, once. Results are still taken. */
@Injectable()
export class RemindOfSpotChecks {
  constructor(private readonly database: DataSource) {}

  async look(): Promise<NextLook> {
    await inTransaction(this.database, async (manager) => {
      for (const check of await new SpotCheckRepository(manager).late()) await tellOfLateness(manager, check);
    });
    return onDay(await new DiaryRepository(this.database.manager).lateSpotCheck());
  }
}

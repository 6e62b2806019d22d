import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DiaryRepository, inTransaction } from '#persistence';
import { type NextLook, onDay } from '../shared/next-look.js';
import { returnToPrincipals } from './return-to-principals.js';

/** Gives back what is held by delegations that hold no longer. Decisions by them are refused from the day itself. */
@Injectable()
export class EndDelegations {
  constructor(private readonly database: DataSource) {}

  async look(): Promise<NextLook> {
    while ((await inTransaction(this.database, (manager) => returnToPrincipals(manager))) > 0);
    return onDay(await new DiaryRepository(this.database.manager).delegationEnd());
  }
}

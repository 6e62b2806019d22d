import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DiaryRepository, inTransaction } from '#persistence';
import { type NextLook, onDay } from '../shared/next-look.js';
import { alertHeld } from './alert-held.js';

/** An officer may leave after an approval was opened, and with them the last who could have given it. */
@Injectable()
export class AlertHeldApprovals {
  constructor(private readonly database: DataSource) {}

  /** Tells of every approval that is held, once for each size of what is left. */
  async look(): Promise<NextLook> {
    await inTransaction(this.database, (manager) => alertHeld(manager));
    return onDay(await new DiaryRepository(this.database.manager).heldApproval());
  }
}

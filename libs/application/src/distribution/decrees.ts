import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DecreeRepository, inTransaction } from '#persistence';
import { licensed } from '../tasks/decision/licensed.js';

/** The final list and its decree. Drafting the same list finds the draft; ratifying twice posts once. */
@Injectable()
export class DecreeService {
  constructor(private readonly database: DataSource) {}

  async draft(periodId: string, cityCode: string, rosterId: string): Promise<string> {
    return inTransaction(this.database, async (manager) => {
      return (await new DecreeRepository(manager).draft(periodId, cityCode, rosterId)).id;
    });
  }

  /** Freezes one entitlement per family on the list and moves its money out of the quota. Throws LICENCE_MISSING. */
  async ratify(decreeId: string): Promise<void> {
    await licensed(this.database, 'closing.ratify', decreeId, (manager) =>
      new DecreeRepository(manager).ratify(decreeId),
    );
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  FamilyLinkRepository,
  inTransaction,
  RosterRepository,
  RosterRowRepository,
  TaskRepository,
} from '#persistence';

/** Versions of a city's roster and the kelurahan on it. */
@Injectable()
export class RosterVersions {
  constructor(private readonly database: DataSource) {}

  /** The draft to load into: the open one, or the next version. The version before stays as it was. */
  async draft(periodId: string, cityCode: string): Promise<string> {
    return inTransaction(this.database, (manager) => new RosterRepository(manager).draft(periodId, cityCode));
  }

  /** Nothing is loaded into it from here on; so each of its rows is linked to its family now. */
  async submit(rosterId: string): Promise<void> {
    await inTransaction(this.database, async (manager) => {
      await new RosterRepository(manager).setState(rosterId, 'submitted');
      await new FamilyLinkRepository(manager).link(rosterId);
    });
  }

  async endorse(rosterId: string): Promise<void> {
    await inTransaction(this.database, (manager) => new RosterRepository(manager).setState(rosterId, 'endorsed'));
  }

  /** The ministry returned the list: it must be endorsed again. */
  async reopen(rosterId: string): Promise<void> {
    await this.submit(rosterId);
  }

  /** Kelurahan with at least one family to judge, in the order of their codes. */
  async listKelurahan(rosterId: string): Promise<string[]> {
    const rosters = new RosterRepository(this.database.manager);
    const { cityCode } = await rosters.summary(rosterId);
    const parts = await new RosterRowRepository(this.database.manager).kelurahanOf(rosterId, cityCode);
    return parts.map(({ kelurahanCode }) => kelurahanCode);
  }

  /** Which kelurahan a returning decision named; all of its territory when it named none. */
  async returnedKelurahan(taskId: string, all: string[]): Promise<string[]> {
    const [decision] = await new TaskRepository(this.database.manager).decisions([taskId]);
    const named = decision?.details['kelurahanCodes'];
    const codes = Array.isArray(named) ? all.filter((code) => named.includes(code)) : [];
    return codes.length === 0 ? all : codes;
  }
}

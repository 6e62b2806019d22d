import { Injectable } from '@nestjs/common';
import { IndexFamilyNames, RosterVersions } from '#application';

/** Versions of a city’s roster and the kelurahan on it. Repeating a call changes nothing. */
@Injectable()
export class RosterActivities {
  constructor(
    private readonly rosters: RosterVersions,
    private readonly names: IndexFamilyNames,
  ) {}

  /** The draft to load into: the open one, or the next version. The version before stays as it was. */
  async draftRoster(periodId: string, cityCode: string): Promise<string> {
    return this.rosters.draft(periodId, cityCode);
  }

  /** From here on its families are known, and found by name. */
  async submitRoster(rosterId: string): Promise<void> {
    await this.rosters.submit(rosterId);
    await this.names.ofList(rosterId);
  }

  async endorseRoster(rosterId: string): Promise<void> {
    return this.rosters.endorse(rosterId);
  }

  /** The ministry returned the list: it must be endorsed again. */
  async reopenRoster(rosterId: string): Promise<void> {
    return this.rosters.reopen(rosterId);
  }

  /** Kelurahan with at least one family to judge, in the order of their codes. */
  async listKelurahan(rosterId: string): Promise<string[]> {
    return this.rosters.listKelurahan(rosterId);
  }

  /** Which kelurahan a returning decision named; all of its territory when it named none. */
  async returnedKelurahan(taskId: string, all: string[]): Promise<string[]> {
    return this.rosters.returnedKelurahan(taskId, all);
  }
}

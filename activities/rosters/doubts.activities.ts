import { Injectable } from '@nestjs/common';
import { DoubtDesk } from '#application';
import type { OpenDoubts } from '#domain';

/** Families of a list of whom it is asked whether they are who the list says. */
@Injectable()
export class DoubtActivities {
  constructor(private readonly desk: DoubtDesk) {}

  /** Opens what is to be asked. A repeat opens only what has come since. */
  async findDoubts(rosterId: string): Promise<void> {
    return this.desk.find(rosterId);
  }

  /** Looks once more, for a list may have come meanwhile; answers with the kelurahan that have to check families at their homes. */
  async kelurahanToCheck(rosterId: string): Promise<string[]> {
    return this.desk.kelurahanToCheck(rosterId);
  }

  /** How many families wait for two people, and in which round. */
  async openDoubts(rosterId: string): Promise<OpenDoubts> {
    return this.desk.look(rosterId);
  }

  /** Carries a decided round out. A repeat changes nothing; without both signatures it is refused. */
  async settleDoubts(rosterId: string, round: number): Promise<void> {
    return this.desk.settle(rosterId, round);
  }
}

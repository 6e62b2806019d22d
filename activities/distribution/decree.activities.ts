import { Injectable } from '@nestjs/common';
import { DecreeService } from '#application';

/** The final list and its decree. Drafting the same list finds the draft; ratifying twice posts once. */
@Injectable()
export class DecreeActivities {
  constructor(private readonly decrees: DecreeService) {}

  async draftDecree(periodId: string, cityCode: string, rosterId: string): Promise<string> {
    return this.decrees.draft(periodId, cityCode, rosterId);
  }

  /** Freezes one entitlement per family on the list and moves its money out of the quota, unless the list has changed since it was signed. */
  async ratifyDecree(decreeId: string): Promise<{ isListChanged: boolean }> {
    return this.decrees.ratify(decreeId);
  }
}

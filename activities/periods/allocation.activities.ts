import { Injectable } from '@nestjs/common';
import { AllocationService, ApplyQuotaChange, CityMandateService } from '#application';

/** Quotas into the ledger, mandates to the cities, and their answers. Repeating a call changes nothing. */
@Injectable()
export class AllocationActivities {
  constructor(
    private readonly allocation: AllocationService,
    private readonly mandates: CityMandateService,
    private readonly changes: ApplyQuotaChange,
  ) {}

  /** Puts every city of the period on the board in stage 1. */
  async startAllocation(periodId: string): Promise<void> {
    return this.allocation.start(periodId);
  }

  /** Posts each city's quota from the appropriation and grants its mandate. Returns the cities; none when the budget is too small. */
  async postAllocation(periodId: string): Promise<string[]> {
    return this.allocation.post(periodId);
  }

  async findMandate(periodId: string, cityCode: string): Promise<string> {
    return this.mandates.find(periodId, cityCode);
  }

  /** Takes the city's answer into the mandate; an acceptance opens the city's period. */
  async answerMandate(taskId: string, mandateId: string): Promise<void> {
    return this.mandates.answer(taskId, mandateId);
  }

  /** Moves the quotas that PPK and KPA have signed; what has become impossible since lapses, and moves nothing. */
  async applyQuotaChange(changeId: string): Promise<void> {
    return this.changes.apply(changeId);
  }

  /** Ends a change of quotas that PPK or KPA has refused. */
  async refuseQuotaChange(changeId: string): Promise<void> {
    return this.changes.refuse(changeId);
  }
}

import { Injectable } from '@nestjs/common';
import { PeriodProgress } from '#application';
import type { StageName } from '#domain';

/** Keeps the board: which stage a city is in, since when and until when. Repeating a call changes nothing. */
@Injectable()
export class PeriodActivities {
  constructor(private readonly progress: PeriodProgress) {}

  /** A city enters a stage; entering it again after a return sets a new due day. */
  async startStage(periodId: string, cityCode: string, stage: StageName): Promise<void> {
    return this.progress.startStage(periodId, cityCode, stage);
  }

  async finishStage(periodId: string, cityCode: string, stage: StageName): Promise<void> {
    return this.progress.finishStage(periodId, cityCode, stage);
  }

  /** Closes the period for good; the KPA's decision has passed the closure gate. */
  async closePeriod(periodId: string): Promise<void> {
    return this.progress.close(periodId);
  }
}

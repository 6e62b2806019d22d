import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, MandateRepository, PeriodRepository, TaskRepository } from '#persistence';

/** The mandate of a city in a period, and the city's answer to it. */
@Injectable()
export class CityMandateService {
  constructor(private readonly database: DataSource) {}

  async find(periodId: string, cityCode: string): Promise<string> {
    return inTransaction(this.database, async (manager) => {
      return (await new MandateRepository(manager).ofCity(periodId, cityCode)).id;
    });
  }

  /** Takes the city's answer into the mandate; an acceptance opens the city's period. */
  async answer(taskId: string, mandateId: string): Promise<void> {
    await inTransaction(this.database, async (manager) => {
      const [decision] = await new TaskRepository(manager).decisions([taskId]);
      if (decision === undefined) throw new Error('the mandate was answered by a decision');
      const mandates = new MandateRepository(manager);
      const event = decision.outcome === 'approved' ? 'accepted' : 'refused';
      await mandates.record(mandateId, event, decision.officerId, decision.reason ?? undefined);
      if (event === 'refused') return;
      const task = await new TaskRepository(manager).find(taskId);
      if (task !== undefined) await new PeriodRepository(manager).openCity(task.periodId, task.cityCode, mandateId);
    });
  }
}

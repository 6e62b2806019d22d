import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { periodWorkflowId, sumRupiah } from '#domain';
import { OutboxRepository, PeriodRepository, type PeriodRow, PolicyRepository, TaskRepository } from '#persistence';
import { demandPeriodWithinBudget } from '../money/budget/within-budget.js';
import { noteBy } from '../audit/note-by.js';
import { demandProgramme } from '../programmes/demand-programme.js';
import { Commands } from '../shared/commands.js';
import type { CommandContext } from '../shared/command-context.js';
import type { NewPeriod, Period, PeriodDetail } from './periods.schemas.js';
import { setQuotas } from './set-quotas.js';

/** The `count` months from `first` on, as `YYYY-MM`. */
export function monthsFrom(first: string, count: number): string[] {
  const [year = 0, month = 0] = first.split('-').map(Number);
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(year, month - 1 + index, 1)).toISOString().slice(0, 7),
  );
}

/** Card and post may pay other families in the same months: their periods stand side by side. */
const periodCode = ({ firstMonth, channel }: Pick<NewPeriod, 'firstMonth' | 'channel'>): string =>
  channel === 'card' ? firstMonth : `${firstMonth}-pos`;

export function viewPeriod(row: PeriodRow): z.infer<typeof Period> {
  const { policyVersionId: _policyVersionId, createdBy: _createdBy, ...period } = row;
  return period;
}

/** Periods, and opening one with its quotas. */
@Injectable()
export class PeriodService {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
  ) {}

  async list(): Promise<z.infer<typeof Period>[]> {
    return (await new PeriodRepository(this.database.manager).list()).map(viewPeriod);
  }

  async find(periodId: string, manager = this.database.manager): Promise<z.infer<typeof PeriodDetail>> {
    const periods = new PeriodRepository(manager);
    const allocations = await periods.allocations(periodId);
    return {
      period: viewPeriod(await periods.find(periodId)),
      allocations,
      total: {
        families: allocations.reduce((sum, { quotaFamilies }) => sum + quotaFamilies, 0),
        amountRupiah: sumRupiah(allocations.map(({ amountRupiah }) => BigInt(amountRupiah))).toString(),
      },
    };
  }

  /** Opens a period with its quotas and starts its workflow; the maker signs as preparer of the allocation. */
  async create(context: CommandContext, command: NewPeriod): Promise<z.infer<typeof PeriodDetail>> {
    return this.commands.run(context, 'period:create', command, async (manager) => {
      const periods = new PeriodRepository(manager);
      await demandProgramme(manager, command.programme);
      const monthCount = await this.monthsPerBatch(manager, command);
      const months = monthsFrom(command.firstMonth, monthCount);
      const code = periodCode(command);
      const periodId = await periods.create({
        programme: command.programme,
        code,
        months,
        channel: command.channel,
        createdBy: context.actor.officerId,
      });
      await setQuotas(manager, periodId, command.quotas, months.length);
      await demandPeriodWithinBudget(manager, periodId);
      await new TaskRepository(manager).sign(`allocation:${periodId}`, context.actor.officerId, 'prepare', null);
      await new OutboxRepository(manager).add(periodWorkflowId(command.programme, code), 'start-period', { periodId });
      await noteBy(manager, context, { action: 'period.opened', subjectType: 'period', subjectId: periodId });
      return this.find(periodId, manager);
    });
  }

  private async monthsPerBatch(manager: DataSource['manager'], command: NewPeriod): Promise<number> {
    const policy = await new PolicyRepository(manager).newest(command.programme);
    return policy.count(`batch_months.${command.channel}`);
  }
}

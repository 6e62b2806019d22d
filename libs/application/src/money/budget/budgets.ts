import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import {
  demandAboveCommitted,
  demandAnothers,
  demandOwn,
  demandProof,
  demandWaiting,
  DomainError,
  isWaiting,
  NATION,
} from '#domain';
import {
  BudgetRepository,
  type BudgetRow,
  NotificationRepository,
  PeriodRepository,
  ProgrammeClockRepository,
  PolicyRepository,
} from '#persistence';
import { demandProgramme } from '../../programmes/demand-programme.js';
import { noteBy } from '../../audit/note-by.js';
import { Commands } from '../../shared/commands.js';
import type { CommandContext, SignedIn } from '../../shared/command-context.js';
import { seenBy } from '../../shared/proposals.js';
import type { BudgetRefusal, Budgets, NewBudget, PeriodBudget } from './budget.schemas.js';

/** The budgets of programmes: entered from the DIPA by one person, in force when the KPA, another person, confirms them. */
@Injectable()
export class BudgetService {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
  ) {}

  async list(actor: SignedIn): Promise<z.infer<typeof Budgets>> {
    const repository = new BudgetRepository(this.database.manager);
    const programmes = await new PolicyRepository(this.database.manager).programmes();
    const years = (await Promise.all(programmes.map((programme) => repository.years(programme)))).flat();
    return {
      years: years.map((year) => ({ ...year, leftRupiah: left(year) })),
      budgets: (await repository.list()).map((budget) => seenBy(actor, budget)),
    };
  }

  /** What the quotas of a period, or a change of them by so much, take of each year's budget, and what that leaves. */
  async ofPeriod(periodId: string, changeRupiah = 0n): Promise<z.infer<typeof PeriodBudget>> {
    await new PeriodRepository(this.database.manager).find(periodId);
    const lines = await new BudgetRepository(this.database.manager).linesOf(periodId, changeRupiah);
    return {
      years: lines.map(({ year, ceilingRupiah: ceiling, committedRupiah: committed, wantedRupiah: wanted }) => ({
        ...{ year, committedRupiah: committed.toString(), wantedRupiah: wanted.toString() },
        ceilingRupiah: ceiling?.toString() ?? null,
        leftRupiah: ceiling === undefined ? null : (ceiling - committed - wanted).toString(),
      })),
    };
  }

  /**
   * Enters a DIPA or its revision; the KPA's office is told. Throws PROGRAMME_UNKNOWN, BUDGET_DATE while the paper's day has not
   * come, BUDGET_PROPOSED while another proposal of the year waits, BUDGET_BELOW_COMMITTED.
   */
  async propose(context: CommandContext, command: NewBudget): Promise<{ id: string }> {
    return this.commands.run(context, 'budget:propose', command, async (manager) => {
      const { programme, year } = command;
      const budgets = new BudgetRepository(manager);
      await demandProgramme(manager, programme);
      await budgets.lock(programme);
      if ((await budgets.list()).some((one) => isWaiting(one) && one.programme === programme && one.year === year)) {
        throw new DomainError('BUDGET_PROPOSED', 'a proposal of this year waits', { year });
      }
      if (command.dipaOn > (await new ProgrammeClockRepository(manager).today())) {
        throw new DomainError('BUDGET_DATE', 'the paper is of a day to come', { field: 'dipaOn' });
      }
      await demandCovers(budgets, command);
      const amountRupiah = BigInt(command.amountRupiah);
      const id = await budgets.propose({ ...command, amountRupiah, proposedBy: context.actor.officerId });
      await note(manager, context, 'budget.proposed', await budgets.find(id));
      const message = { kind: 'budget.proposed', key: `budget.proposed:${id}`, details: { programme, year } } as const;
      await new NotificationRepository(manager).tellOffice('kpa', NATION, message);
      return { id };
    });
  }

  /** From here on the year's ceiling. Throws BUDGET_UNKNOWN, BUDGET_DECIDED, BUDGET_OWN, BUDGET_BELOW_COMMITTED. */
  async confirm(context: CommandContext, budgetId: string): Promise<{ id: string }> {
    return this.commands.run(context, `budget:confirm:${budgetId}`, {}, async (manager) => {
      demandProof(context.actor);
      const budget = await anothers(manager, context, budgetId);
      await demandCovers(new BudgetRepository(manager), budget);
      await new BudgetRepository(manager).adopt(budgetId, context.actor.officerId);
      await note(manager, context, 'budget.confirmed', budget);
      await tellProposer(manager, budget, 'confirmed');
      return { id: budgetId };
    });
  }

  /** The ceiling stays as it was, and the proposer hears why. Throws BUDGET_UNKNOWN, BUDGET_DECIDED, BUDGET_OWN. */
  async refuse(context: CommandContext, budgetId: string, { reason }: BudgetRefusal): Promise<{ id: string }> {
    return this.commands.run(context, `budget:refuse:${budgetId}`, { reason }, async (manager) => {
      const budget = await anothers(manager, context, budgetId);
      await new BudgetRepository(manager).end(budgetId, 'refused', { officerId: context.actor.officerId, reason });
      await note(manager, context, 'budget.refused', budget);
      await tellProposer(manager, budget, 'refused');
      return { id: budgetId };
    });
  }

  /** Takes back one's own proposal. Throws BUDGET_UNKNOWN, BUDGET_DECIDED, BUDGET_NOT_OWN. */
  async withdraw(context: CommandContext, budgetId: string): Promise<{ id: string }> {
    return this.commands.run(context, `budget:withdraw:${budgetId}`, {}, async (manager) => {
      const budget = await waiting(manager, budgetId);
      demandOwn(budget, context.actor.officerId, { code: 'BUDGET_NOT_OWN' });
      await new BudgetRepository(manager).end(budgetId, 'withdrawn', { officerId: context.actor.officerId });
      await note(manager, context, 'budget.withdrawn', budget);
      return { id: budgetId };
    });
  }
}

const left = (year: { ceilingRupiah: string | null; committedRupiah: string }): string | null =>
  year.ceilingRupiah === null ? null : (BigInt(year.ceilingRupiah) - BigInt(year.committedRupiah)).toString();

async function demandCovers(
  budgets: BudgetRepository,
  { programme, year, amountRupiah }: Pick<NewBudget, 'programme' | 'year' | 'amountRupiah'>,
): Promise<void> {
  const known = (await budgets.years(programme)).find((one) => one.year === year);
  demandAboveCommitted(year, BigInt(amountRupiah), BigInt(known?.committedRupiah ?? 0));
}

/** The proposal, with the programme's budget locked before it as every act does. */
async function waiting(manager: EntityManager, budgetId: string): Promise<BudgetRow> {
  const budgets = new BudgetRepository(manager);
  await budgets.lock(await budgets.programmeOf(budgetId));
  const budget = await budgets.find(budgetId);
  demandWaiting(budget, { code: 'BUDGET_DECIDED' });
  return budget;
}

async function anothers(manager: EntityManager, context: CommandContext, budgetId: string): Promise<BudgetRow> {
  const budget = await waiting(manager, budgetId);
  demandAnothers(budget, context.actor.officerId, { code: 'BUDGET_OWN' });
  return budget;
}

const tellProposer = (manager: EntityManager, { id, programme, year, proposedBy }: BudgetRow, event: string) =>
  new NotificationRepository(manager).tell([proposedBy], {
    ...{ kind: 'budget.decided', key: `budget.decided:${id}`, details: { event, programme, year } },
  });

const note = (manager: EntityManager, context: CommandContext, action: string, budget: BudgetRow): Promise<void> =>
  noteBy(manager, context, {
    ...{ action, subjectType: 'budget', subjectId: budget.id, territoryCode: NATION },
    details: {
      ...{ programme: budget.programme, year: budget.year, revision: budget.revision },
      ...{ dipaNumber: budget.dipaNumber, amountRupiah: budget.amountRupiah },
    },
  });

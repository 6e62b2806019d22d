import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import {
  covers,
  DomainError,
  lastDayOfUse,
  stageNumber,
  STAGES,
  territoriesWith,
  unlessYearUnknown,
  WorkingCalendar,
} from '#domain';
import {
  BoardReadModel,
  CaseMeasureRepository,
  channelFigures,
  ConservationRepository,
  HolidayRepository,
  LedgerRepository,
  PaymentOrderRepository,
  PeriodRepository,
  ProgrammeClockRepository,
  ReferenceRepository,
  RosterRepository,
} from '#persistence';
import type { SignedIn } from '../shared/command-context.js';
import { viewPeriod } from './periods.js';
import type {
  Board,
  Conservation,
  ConservationQuery,
  TerritoryConservation,
  TerritoryConservationQuery,
} from './periods.schemas.js';
import { viewStatement } from '../money/statement-view.js';

/** The board of one city in a period: its stages, both identities, and what is left to do. */
@Injectable()
export class BoardReader {
  constructor(
    private readonly database: DataSource,
    private readonly calendar: WorkingCalendar,
  ) {}

  async board(actor: SignedIn, periodId: string, cityCode: string): Promise<z.infer<typeof Board>> {
    this.demandSight(actor, cityCode);
    const { manager } = this.database;
    const clock = new ProgrammeClockRepository(manager);
    const money = new ConservationRepository(manager);
    const counts = new BoardReadModel(manager);
    const [city] = await new ReferenceRepository(manager).territoriesBelow(cityCode);
    const rosterId = (await new RosterRepository(manager).latest(periodId, cityCode)) ?? null;
    const orders = await new PaymentOrderRepository(manager).ofPeriod(periodId, cityCode);
    const order = orders.find(({ isBeside }) => !isBeside);
    const readsMoney = territoriesWith(actor, 'money:read').some((scope) => covers(scope, cityCode));
    return {
      period: viewPeriod(await new PeriodRepository(manager).find(periodId)),
      cityCode,
      cityName: city?.name ?? cityCode,
      at: await clock.now(),
      stages: await this.stages(periodId, cityCode, await clock.today()),
      statement: readsMoney ? viewStatement(await money.of(periodId, cityCode)) : null,
      onHold: readsMoney ? await new CaseMeasureRepository(manager).onHold(periodId, [cityCode]) : null,
      openBreaks: readsMoney ? await money.openBreaks(periodId, cityCode) : null,
      orderId: readsMoney ? (order?.id ?? null) : null,
      rosterId,
      families: await counts.families(rosterId),
      cases: await counts.cases(periodId, cityCode),
      deadlineOn: await this.deadline(
        periodId,
        order === undefined || order.state === 'drafted' ? null : order.executionOn,
      ),
    };
  }

  async conservation(
    actor: SignedIn,
    periodId: string,
    cityCode: string,
    query: ConservationQuery,
  ): Promise<z.infer<typeof Conservation>> {
    const within = query.within ?? cityCode;
    // The city's own figures are in the answer, so the city must be the reader's, whatever part of it is asked for.
    this.demandSight(actor, cityCode, 'money:read');
    if (!covers(cityCode, within))
      throw new DomainError('TERRITORY_NOT_YOURS', 'no part of this city', { territory: within });
    const { manager } = this.database;
    const money = new ConservationRepository(manager);
    const ledger = await new LedgerRepository(manager).balances(periodId, cityCode);
    const parts = await money.parts(periodId, within, query.level);
    return {
      at: await new ProgrammeClockRepository(manager).now(),
      cityCode,
      statement: viewStatement(await money.of(periodId, cityCode)),
      onHold: await new CaseMeasureRepository(manager).onHold(periodId, [cityCode]),
      reasons: await money.reasons(periodId, cityCode),
      parts: parts.map((part) => ({ ...part, statement: viewStatement(part.statement) })),
      channels: await channelFigures(manager, periodId, cityCode),
      ledger,
    };
  }

  /** The statement of any territory that the reader covers, the nation and a province among them. */
  async territory(
    actor: SignedIn,
    periodId: string,
    { within, level }: TerritoryConservationQuery,
  ): Promise<z.infer<typeof TerritoryConservation>> {
    this.demandSight(actor, within, 'money:read');
    const { manager } = this.database;
    const money = new ConservationRepository(manager);
    await new PeriodRepository(manager).find(periodId);
    const parts = await money.parts(periodId, within, level);
    const [own] = await new ReferenceRepository(manager).territoriesBelow(within);
    return {
      at: await new ProgrammeClockRepository(manager).now(),
      territoryCode: within,
      name: own?.code === within ? own.name : within,
      statement: viewStatement(await money.of(periodId, within)),
      parts: parts.map((part) => ({ ...part, statement: viewStatement(part.statement) })),
      channels: await channelFigures(manager, periodId, within),
    };
  }

  private async stages(periodId: string, cityCode: string, today: string) {
    const progress = await new PeriodRepository(this.database.manager).progress(periodId, cityCode);
    const tasks = await new BoardReadModel(this.database.manager).tasks(periodId, cityCode, today);
    const calendar = (await new HolidayRepository(this.database.manager).calendars(this.calendar)).for(cityCode);
    return STAGES.map((stage) => {
      const row = progress.find((known) => known.stage === stage);
      const counts = tasks.find((known) => known.stage === stage);
      const runsUntil = row?.state === 'running' ? row.dueOn : null;
      return {
        stage,
        number: stageNumber(stage),
        state: row?.state ?? ('waiting' as const),
        startedAt: row?.startedAt ?? null,
        finishedAt: row?.finishedAt ?? null,
        dueOn: row?.dueOn ?? null,
        workingDaysLeft:
          runsUntil === null ? null : unlessYearUnknown(() => calendar.workingDaysLeft(today, runsUntil)),
        tasksOpen: counts?.open ?? 0,
        tasksDone: counts?.done ?? 0,
        tasksLate: counts?.late ?? 0,
      };
    });
  }

  /** The day untouched money goes back, known once the order is released and so has its execution day. */
  private async deadline(periodId: string, executionOn: string | null): Promise<string | null> {
    if (executionOn === null) return null;
    const policy = await new PeriodRepository(this.database.manager).policyOf(periodId);
    return lastDayOfUse(executionOn, policy);
  }

  /** A city's board is for those above it and those inside it; its money only for those who cover it. */
  private demandSight(
    actor: SignedIn,
    territoryCode: string,
    power: 'period:read' | 'money:read' = 'period:read',
  ): void {
    const scopes = territoriesWith(actor, power);
    const isSeen = scopes.some(
      (scope) => covers(scope, territoryCode) || (power === 'period:read' && covers(territoryCode, scope)),
    );
    if (!isSeen) throw new DomainError('PERIOD_UNKNOWN', 'the city lies outside the reader’s territory');
  }
}

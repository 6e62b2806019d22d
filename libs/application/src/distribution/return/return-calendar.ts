import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { territoriesWith } from '#domain';
import { PeriodRepository, RETURN_STAGES, ReturnCalendarReadModel, type ReturnRules } from '#persistence';
import type { SignedIn } from '../../shared/command-context.js';
import { ByDay, decodeCursor, toPage } from '../../shared/page.js';
import type { ReturnCalendarPage, ReturnCalendarQuery } from './return-calendar.schemas.js';

const NOT_DONE = RETURN_STAGES.filter((stage) => stage !== 'done');

/** Which orders' money goes back on which day, for whoever sees the money of their cities. */
@Injectable()
export class ReturnCalendar {
  constructor(private readonly database: DataSource) {}

  /** The next last day of use first. Throws PERIOD_UNKNOWN. */
  async page(actor: SignedIn, query: ReturnCalendarQuery): Promise<z.infer<typeof ReturnCalendarPage>> {
    const { cursor, limit, periodId, stage, text } = query;
    const rows = await new ReturnCalendarReadModel(this.database.manager).page({
      ...{ rules: await this.#rules(periodId), text, limit: limit + 1 },
      territories: territoriesWith(actor, 'money:read'),
      stages: stage === undefined ? NOT_DONE : [stage],
      after: decodeCursor(cursor, ByDay),
    });
    return toPage(rows, limit, ({ lastDayOfUse, orderId }) => ({ key: lastDayOfUse, id: orderId }));
  }

  /** Of a chosen period, or of all that are open: a closed one has nothing left to return. */
  async #rules(periodId: string | undefined): Promise<ReturnRules[]> {
    const periods = new PeriodRepository(this.database.manager);
    const chosen =
      periodId === undefined
        ? (await periods.list()).filter(({ state }) => state === 'open')
        : [await periods.find(periodId)];
    const policies = await periods.policiesOf(chosen.map(({ id }) => id));
    return [...policies].map(([id, policy]) => ({
      periodId: id,
      window: policy.text('return.window'),
      soonDays: policy.countIf('escalate.first_days') ?? 0,
      nearDays: policy.countIf('escalate.second_days') ?? 0,
    }));
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { addCalendarDays, type AwaitedAnswer, jakartaDate, startOfOfficeDay } from '#domain';
import {
  type BankFileKind,
  BankFileRepository,
  BreakRepository,
  inTransaction,
  PaymentOrderRepository,
  type PaymentOrderRow,
  PeriodRepository,
  ProgrammeClockRepository,
  TreasuryReturnRepository,
} from '#persistence';
import { tellOfBreaks } from './tell-of-arrival.js';

/** What the bank still owes. Waiting costs nothing: facts are read here when a file has come or its day has passed. */
@Injectable()
export class AwaitedAnswers {
  constructor(private readonly database: DataSource) {}

  /** The final word on every instruction. `isRefused` when the bank took nothing of the order. */
  async status(
    orderId: string,
  ): Promise<AwaitedAnswer & { outstanding: number; isAnswered: boolean; isRefused: boolean }> {
    const orders = new PaymentOrderRepository(this.database.manager);
    const order = await orders.find(orderId);
    const outstanding = await orders.outstanding(orderId);
    const isAnswered = await orders.isAnswered(orderId);
    const isRefused = order.state === 'refused';
    const isHere = isRefused || order.state === 'settled';
    const files = await new BankFileRepository(this.database.manager).ofOrder(orderId);
    // A bank that speaks without a last word has time again from the day on which it spoke.
    const heardAt = files.findLast(({ kind, state }) => kind === 'status' && state === 'applied')?.appliedAt;
    const askedOn = jakartaDate(heardAt ?? order.sentAt ?? new Date());
    return { ...(await this.#until(order, 'status', isHere, askedOn)), outstanding, isAnswered, isRefused };
  }

  /** The usage report up to this day (ISO date), on which it was asked for. */
  async usage(orderId: string, asOf: string): Promise<AwaitedAnswer> {
    const order = await new PaymentOrderRepository(this.database.manager).find(orderId);
    const files = await new BankFileRepository(this.database.manager).ofOrder(orderId);
    const hasCome = files.some(
      ({ kind, state, name }) => kind === 'usage' && state === 'applied' && name.endsWith(`.usage-${asOf}.csv`),
    );
    const isHere = hasCome || (await new BreakRepository(this.database.manager).wasGivenUpSince(orderId, asOf));
    return this.#until(order, 'usage', isHere, asOf);
  }

  /** The treasury's receipt for what was returned. */
  async return(key: string): Promise<AwaitedAnswer> {
    const { orderId, state, instructedAt } = await new TreasuryReturnRepository(this.database.manager).find(key);
    const order = await new PaymentOrderRepository(this.database.manager).find(orderId);
    const isHere = state === 'deposited' || state === 'confirmed' || state === 'overtaken';
    return this.#until(order, 'return', isHere, jakartaDate(instructedAt ?? new Date()));
  }

  async #until(order: PaymentOrderRow, kind: BankFileKind, isHere: boolean, askedOn: string): Promise<AwaitedAnswer> {
    if (isHere) return { isHere, dueAt: null };
    return inTransaction(this.database, async (manager) => {
      const again = (await new BreakRepository(manager).askedAgainOn(order.id, kind)) ?? askedOn;
      const policy = await new PeriodRepository(manager).policyOf(order.periodId);
      const lateOn = addCalendarDays(again > askedOn ? again : askedOn, policy.count('bank.answer_days') + 1);
      const today = await new ProgrammeClockRepository(manager).today();
      if (today < lateOn) return { isHere, dueAt: startOfOfficeDay(lateOn).toISOString() };
      await this.#noteSilence(manager, order.id, kind, addCalendarDays(today, policy.count('break.settle_days')));
      return { isHere, dueAt: null };
    });
  }

  /** Silence past its day is a break of the order, for people to settle with the bank; noted once while it is open. */
  async #noteSilence(manager: EntityManager, orderId: string, kind: BankFileKind, dueOn: string): Promise<void> {
    const isNew = await new BreakRepository(manager).openOfOrder(orderId, { type: 'late', endToEndId: kind, dueOn });
    if (isNew) await tellOfBreaks(manager, orderId);
  }
}

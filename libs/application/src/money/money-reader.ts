import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { resolutionsOf, territoriesWith } from '#domain';
import {
  BankFileRepository,
  BreakRepository,
  DecreeRepository,
  EntitlementRepository,
  OrderBoardReadModel,
  type OrderBoardRow,
  PaymentOrderRepository,
  PeriodRepository,
  TreasuryReturnRepository,
} from '#persistence';
import { ExecutionDays } from '../distribution/order/execution-days.js';
import { ByAmount, ByDayAndNumber, ByNumber, ByTerritory, decodeCursor, toPage } from '../shared/page.js';
import { demandMoneySight } from './demand-money-sight.js';
import type { SignedIn } from '../shared/command-context.js';
import type {
  BreakPage,
  BreakQuery,
  Decree,
  EntitlementPage,
  EntitlementQuery,
  OrderPage,
  OrderQuery,
  PaymentOrder,
  TreasuryReturn,
} from './money.schemas.js';

/** Reading money: decrees, orders, breaks, and the families behind each figure. */
@Injectable()
export class MoneyReader {
  constructor(
    private readonly database: DataSource,
    private readonly days: ExecutionDays,
  ) {}

  async decree(actor: SignedIn, decreeId: string): Promise<z.infer<typeof Decree>> {
    const decrees = new DecreeRepository(this.database.manager);
    const decree = await decrees.find(decreeId);
    demandMoneySight(actor, decree.cityCode, 'DECREE_UNKNOWN');
    return { ...decree, postFamilies: await decrees.byPost(decree) };
  }

  async order(actor: SignedIn, orderId: string): Promise<z.infer<typeof PaymentOrder>> {
    const orders = new PaymentOrderRepository(this.database.manager);
    const order = await orders.find(orderId);
    demandMoneySight(actor, order.cityCode, 'ORDER_UNKNOWN');
    return {
      ...order,
      // Before the release, the day it would be for if it were released now.
      executionOn: order.state === 'drafted' ? await this.days.next(this.database.manager) : order.executionOn,
      outstanding: await orders.outstanding(orderId),
      files: await new BankFileRepository(this.database.manager).ofOrder(orderId),
    };
  }

  /** The orders of a period within the reader's territories. */
  async orders(actor: SignedIn, periodId: string, query: OrderQuery): Promise<z.infer<typeof OrderPage>> {
    const rows = await new OrderBoardReadModel(this.database.manager).page({
      periodId,
      territories: territoriesWith(actor, 'money:read'),
      states: query.states,
      text: query.text,
      sort: query.sort,
      after: decodeCursor(query.cursor, query.sort === 'place' ? ByTerritory : ByAmount),
      limit: query.limit + 1,
    });
    const keyOf = (row: OrderBoardRow): string => (query.sort === 'place' ? row.cityCode : row.amountRupiah);
    return toPage(rows, query.limit, (row) => ({ key: keyOf(row), id: row.id }));
  }

  /** By the order whose deadline it is, or by the return's own id. */
  async treasuryReturn(actor: SignedIn, key: string): Promise<z.infer<typeof TreasuryReturn>> {
    const found = await new TreasuryReturnRepository(this.database.manager).find(key);
    const order = await new PaymentOrderRepository(this.database.manager).find(found.orderId);
    demandMoneySight(actor, order.cityCode, 'RETURN_UNKNOWN');
    return found;
  }

  async breaks(actor: SignedIn, periodId: string, query: BreakQuery): Promise<z.infer<typeof BreakPage>> {
    const rows = await new BreakRepository(this.database.manager).page({
      periodId,
      territories: territoriesWith(actor, 'money:read'),
      state: query.state,
      type: query.type,
      orderId: query.orderId,
      text: query.text,
      territoryCode: query.territoryCode,
      openedBy: query.openedBy,
      settledBy: query.settledBy,
      ...{ payer: query.payer, channel: query.channel },
      sort: query.sort,
      after: decodeCursor(query.cursor, ByDayAndNumber),
      limit: query.limit + 1,
    });
    const shown = rows.map((row) => ({ ...row, resolutions: resolutionsOf(row.type, row.endToEndId) }));
    return toPage(shown, query.limit, ({ id, dueOn }) => ({ key: dueOn, id }));
  }

  async entitlements(
    actor: SignedIn,
    periodId: string,
    query: EntitlementQuery,
  ): Promise<z.infer<typeof EntitlementPage>> {
    const rows = await new EntitlementRepository(this.database.manager).page({
      periodId,
      territories: territoriesWith(actor, 'money:read'),
      territoryCode: query.territoryCode,
      states: query.states,
      ...{ reason: query.reason, payer: query.payer, channel: query.channel, orderId: query.orderId },
      idleByWindow: query.isIdle && (await this.#window(periodId)),
      afterId: decodeCursor(query.cursor, ByNumber)?.id,
      limit: query.limit + 1,
    });
    return toPage(rows, query.limit, ({ id }) => ({ id }));
  }

  async #window(periodId: string): Promise<string> {
    return (await new PeriodRepository(this.database.manager).policyOf(periodId)).text('return.window');
  }
}

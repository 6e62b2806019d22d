import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { repairActions, territoriesWith } from '#domain';
import { FailedPaymentRepository, PaymentOrderRepository } from '#persistence';
import { demandMoneySight } from '../../money/demand-money-sight.js';
import type { SignedIn } from '../../shared/command-context.js';
import { ByNumber, decodeCursor, toPage } from '../../shared/page.js';
import type { FailedPaymentPage, FailedPaymentQuery } from '../distribution.schemas.js';
import { failedThrough } from './failed-order.js';

/** Payments that failed, as those who repair and those who sign may see them. */
@Injectable()
export class FailedPaymentReader {
  constructor(private readonly database: DataSource) {}

  /** Those of an order that are to be repaired, within the reader's territories. Throws ORDER_UNKNOWN. */
  async page(actor: SignedIn, orderId: string, query: FailedPaymentQuery): Promise<z.infer<typeof FailedPaymentPage>> {
    const { manager } = this.database;
    const order = await new PaymentOrderRepository(manager).find(orderId);
    demandMoneySight(actor, order.cityCode, 'ORDER_UNKNOWN');
    const rows = await new FailedPaymentRepository(manager).page(orderId, {
      territories: territoriesWith(actor, 'money:read'),
      afterId: decodeCursor(query.cursor, ByNumber)?.id,
      limit: query.limit + 1,
    });
    const through = await failedThrough(manager, order);
    const shown = rows.map((row) => ({ ...row, actions: repairActions({ reason: row.reason, ...through }) }));
    return toPage(shown, query.limit, ({ id }) => ({ id }));
  }
}

import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import {
  BreakPage,
  BreakQuery,
  Decree,
  EntitlementPage,
  EntitlementQuery,
  MoneyReader,
  OrderPage,
  OrderQuery,
  PaymentOrder,
  TreasuryReturn,
  type SignedIn,
} from '#application';
import { Answers } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { CurrentActor } from '../shared/request-context.js';

const Uuid = z.uuid();

@Controller()
export class MoneyController {
  constructor(private readonly money: MoneyReader) {}

  @Get('decrees/:decreeId')
  @RequirePower('money:read')
  @Answers(Decree)
  async decree(
    @CurrentActor() actor: SignedIn,
    @Param('decreeId', { schema: Uuid }) decreeId: string,
  ): Promise<z.infer<typeof Decree>> {
    return this.money.decree(actor, decreeId);
  }

  @Get('orders/:orderId')
  @RequirePower('money:read')
  @Answers(PaymentOrder)
  async order(
    @CurrentActor() actor: SignedIn,
    @Param('orderId', { schema: Uuid }) orderId: string,
  ): Promise<z.infer<typeof PaymentOrder>> {
    return this.money.order(actor, orderId);
  }

  @Get('orders/:orderId/return')
  @RequirePower('money:read')
  @Answers(TreasuryReturn)
  async treasuryReturn(
    @CurrentActor() actor: SignedIn,
    @Param('orderId', { schema: Uuid }) orderId: string,
  ): Promise<z.infer<typeof TreasuryReturn>> {
    return this.money.treasuryReturn(actor, orderId);
  }

  @Get('periods/:periodId/orders')
  @RequirePower('money:read')
  @Answers(OrderPage)
  async orders(
    @CurrentActor() actor: SignedIn,
    @Param('periodId', { schema: Uuid }) periodId: string,
    @Query({ schema: OrderQuery }) query: OrderQuery,
  ): Promise<z.infer<typeof OrderPage>> {
    return this.money.orders(actor, periodId, query);
  }

  @Get('periods/:periodId/breaks')
  @RequirePower('money:read')
  @Answers(BreakPage)
  async breaks(
    @CurrentActor() actor: SignedIn,
    @Param('periodId', { schema: Uuid }) periodId: string,
    @Query({ schema: BreakQuery }) query: BreakQuery,
  ): Promise<z.infer<typeof BreakPage>> {
    return this.money.breaks(actor, periodId, query);
  }

  /** The families behind a number of the statement. */
  @Get('periods/:periodId/entitlements')
  @RequirePower('money:read')
  @Answers(EntitlementPage)
  async entitlements(
    @CurrentActor() actor: SignedIn,
    @Param('periodId', { schema: Uuid }) periodId: string,
    @Query({ schema: EntitlementQuery }) query: EntitlementQuery,
  ): Promise<z.infer<typeof EntitlementPage>> {
    return this.money.entitlements(actor, periodId, query);
  }
}

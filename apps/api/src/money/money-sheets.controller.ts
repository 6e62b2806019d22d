import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { BreakQuery, EntitlementQuery, MoneyReader, OrderQuery, type SignedIn } from '#application';
import { listXlsx } from '../shared/http/list-xlsx.js';
import { RequirePower } from '../shared/power.decorator.js';
import { CurrentActor } from '../shared/request-context.js';
import { BREAK_SHEET, ENTITLEMENT_SHEET, ORDER_SHEET } from './money-sheets.js';

const Uuid = { schema: z.uuid() };

/** The lists of money as workbooks: every row that the same question shows on a page, not one page of them. */
@Controller('periods/:periodId')
export class MoneySheetsController {
  constructor(private readonly money: MoneyReader) {}

  @Get('orders/xlsx')
  @RequirePower('money:read')
  orders(
    @CurrentActor() actor: SignedIn,
    @Param('periodId', Uuid) periodId: string,
    @Query({ schema: OrderQuery }) query: OrderQuery,
  ): StreamableFile {
    return listXlsx('perintah-bayar', ORDER_SHEET, (at) => this.money.orders(actor, periodId, { ...query, ...at }));
  }

  @Get('breaks/xlsx')
  @RequirePower('money:read')
  breaks(
    @CurrentActor() actor: SignedIn,
    @Param('periodId', Uuid) periodId: string,
    @Query({ schema: BreakQuery }) query: BreakQuery,
  ): StreamableFile {
    return listXlsx('selisih', BREAK_SHEET, (at) => this.money.breaks(actor, periodId, { ...query, ...at }));
  }

  @Get('entitlements/xlsx')
  @RequirePower('money:read')
  entitlements(
    @CurrentActor() actor: SignedIn,
    @Param('periodId', Uuid) periodId: string,
    @Query({ schema: EntitlementQuery }) query: EntitlementQuery,
  ): StreamableFile {
    return listXlsx('hak-kpm', ENTITLEMENT_SHEET, (at) =>
      this.money.entitlements(actor, periodId, { ...query, ...at }),
    );
  }
}

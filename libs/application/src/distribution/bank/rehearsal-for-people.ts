import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { PaymentOrderRepository } from '#persistence';
import { demandMoneySight } from '../../money/demand-money-sight.js';
import type { SignedIn } from '../../shared/command-context.js';
import type { UploadedFile } from '../../shared/uploaded-file.js';
import type { BankFileEffects } from '../distribution.schemas.js';
import { BankFileRehearsal, movesOf } from './rehearse-bank-file.js';

/** As many as a screen shows; the moves count all. */
const MOST_SHOWN = 200;

/** A rehearsal for whoever may see the order's money. */
@Injectable()
export class RehearsalForPeople {
  constructor(
    private readonly database: DataSource,
    private readonly rehearsal: BankFileRehearsal,
  ) {}

  /** Throws ORDER_UNKNOWN for an order outside the reader's territory, as if it were not there. Changes nothing. */
  async rehearse(actor: SignedIn, orderId: string, file: UploadedFile): Promise<z.infer<typeof BankFileEffects>> {
    const { cityCode } = await new PaymentOrderRepository(this.database.manager).find(orderId);
    demandMoneySight(actor, cityCode, 'ORDER_UNKNOWN');
    const seen = await this.rehearsal.rehearse(file.path, orderId, file.name);
    const { rows = [], breaks = [], postings = [], cases = { opens: 0, ends: 0 }, refused = null, ...heading } = seen;
    return {
      ...heading,
      refused,
      moves: movesOf(rows),
      rows: rows.slice(0, MOST_SHOWN),
      breaksTotal: breaks.length,
      breaks: breaks.slice(0, MOST_SHOWN),
      postings,
      cases,
    };
  }
}

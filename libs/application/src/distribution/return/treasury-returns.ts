import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type ReturnInstruction, writeReturnInstruction } from '#channels';
import { addCalendarDays, startOfOfficeDay } from '#domain';
import {
  EarlyReturnRepository,
  inTransaction,
  PaymentOrderRepository,
  PersonVault,
  ProgrammeClockRepository,
  TreasuryReturnRepository,
} from '#persistence';
import { CONFIG } from '../../shared/config.js';
import type { BankSettings } from '../bank/bank-settings.js';
import { returnIdOf } from '../bank/bank-file-route.js';
import { inPages } from '../../shared/in-pages.js';
import { privateFile, withExchangeFile } from '../bank/exchange-file.js';
import { sendFile } from '../bank/send-file.js';
import { endOverMeasures } from '../../follow-up/end-measures.js';
import { demandReceived } from './hold-deposit.js';
import { licensed } from '../../tasks/decision/licensed.js';

const BATCH = 2_000;

/**
 * Untouched money on its way back: list, freeze, instruction to the bank, receipt. Each step is done once. A `key` is the order's id for the
 * return at its deadline, and the return's own id for another.
 */
@Injectable()
export class TreasuryReturnService {
  constructor(
    private readonly database: DataSource,
    private readonly vault: PersonVault,
    @Inject(CONFIG) private readonly settings: BankSettings,
  ) {}

  /** The morning after the last day of use. */
  startsAt(returnOn: string): Promise<string> {
    return Promise.resolve(startOfOfficeDay(addCalendarDays(returnOn, 1)).toISOString());
  }

  /**
   * Lists what nobody used; false when there is nothing to return. Early returns that nobody has instructed by now are part of it, and so is
   * what was held until today.
   */
  async prepare(orderId: string): Promise<boolean> {
    return inTransaction(this.database, async (manager) => {
      await new EarlyReturnRepository(manager).overtakeDrafted(orderId);
      await endOverMeasures(manager, orderId);
      return (await new TreasuryReturnRepository(manager).draft(orderId)).families > 0;
    });
  }

  /**
   * Freezes the listed money and tells the bank to debit it and pay it into the treasury. False for an early return of which nothing is left:
   * every family has used its money since.
   */
  async instruct(key: string): Promise<boolean> {
    const returns = new TreasuryReturnRepository(this.database.manager);
    const order = await new PaymentOrderRepository(this.database.manager).find((await returns.find(key)).orderId);
    await licensed(this.database, 'return.instruct', key, async (manager) => {
      await new TreasuryReturnRepository(manager).hold(order, key);
    });
    const row = await returns.find(key);
    if (row.state !== 'held' && row.state !== 'sent') return row.state !== 'overtaken';
    const { families, amountRupiah: totalRupiah } = await returns.heldTotals(key);
    if (families === 0 && row.number > 0 && row.state === 'held') {
      await returns.setState(key, 'overtaken');
      return false;
    }
    const today = await new ProgrammeClockRepository(this.database.manager).today();
    const returnId = returnIdOf(order.messageId, row.number);
    await withExchangeFile(this.settings.exchangeDir, async (path) => {
      const heading = { returnId, messageId: order.messageId, instructedOn: today, count: families };
      await writeReturnInstruction({ ...heading, totalRupiah }, this.#instructions(key), privateFile(path));
      const file = {
        orderId: order.id,
        name: `${returnId}.return.csv`,
        kind: 'return_order',
        path,
        rows: families,
      } as const;
      await sendFile(this.database.manager, this.settings, file);
    });
    await returns.setState(key, 'sent');
    return true;
  }

  /** The treasurer confirmed the receipt. Throws RETURN_HELD, or RETURN_SHORT when the rows and the receipts differ. */
  async confirm(key: string): Promise<void> {
    await licensed(this.database, 'return.confirm', key, async (manager) => {
      await demandReceived(manager, key);
      await new TreasuryReturnRepository(manager).setState(key, 'confirmed');
    });
  }

  async *#instructions(key: string): AsyncGenerator<ReturnInstruction> {
    const returns = new TreasuryReturnRepository(this.database.manager);
    const held = inPages((afterId) => returns.heldInstructions(key, afterId, BATCH));
    for await (const { endToEndId, amountRupiah, sealed, isHeldForPerson } of held) {
      const accountNumber = isHeldForPerson ? '' : this.vault.open(sealed).accountNumber;
      yield { endToEndId, accountNumber, amountRupiah: BigInt(amountRupiah) };
    }
  }
}

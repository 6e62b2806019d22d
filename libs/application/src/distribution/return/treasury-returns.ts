import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BankMailbox, type ReturnInstruction, writeReturnInstruction } from '#channels';
import { addCalendarDays, startOfOfficeDay } from '#domain';
import {
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
import { mailboxOf } from '../service/payer-of.js';
import { privateFile, withExchangeFile } from '../bank/exchange-file.js';
import { demandReceived } from './hold-deposit.js';
import { licensed } from '../../tasks/decision/licensed.js';

const BATCH = 2_000;

/** Untouched money on its way back: list, freeze, instruction to the bank, receipt. Each step is done once. */
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

  /** Lists what nobody used; false when there is nothing to return. */
  async prepare(orderId: string): Promise<boolean> {
    return inTransaction(this.database, async (manager) => {
      return (await new TreasuryReturnRepository(manager).draft(orderId)).families > 0;
    });
  }

  /** Freezes the listed money and tells the bank to debit it and pay it into the treasury. */
  async instruct(orderId: string): Promise<void> {
    const order = await new PaymentOrderRepository(this.database.manager).find(orderId);
    await licensed(this.database, 'return.instruct', orderId, (manager) =>
      new TreasuryReturnRepository(manager).hold(order),
    );
    const returns = new TreasuryReturnRepository(this.database.manager);
    const row = await returns.find(orderId);
    if (row.state !== 'held' && row.state !== 'sent') return;
    const today = await new ProgrammeClockRepository(this.database.manager).today();
    const returnId = returnIdOf(order.messageId);
    await withExchangeFile(this.settings.exchangeDir, async (path) => {
      const heading = { returnId, messageId: order.messageId, instructedOn: today, count: row.families };
      const totalRupiah = BigInt(row.heldRupiah);
      await writeReturnInstruction({ ...heading, totalRupiah }, this.#instructions(orderId), privateFile(path));
      const options = await mailboxOf(this.database.manager, this.settings, order.id);
      await BankMailbox.use(options, (mailbox) => mailbox.put(`${returnId}.return.csv`, path));
    });
    await returns.setState(orderId, 'sent');
  }

  /** The treasurer confirmed the receipt. Throws RETURN_HELD, or RETURN_SHORT when the rows and the receipts differ. */
  async confirm(orderId: string): Promise<void> {
    await licensed(this.database, 'return.confirm', orderId, async (manager) => {
      await demandReceived(manager, orderId);
      await new TreasuryReturnRepository(manager).setState(orderId, 'confirmed');
    });
  }

  async *#instructions(orderId: string): AsyncGenerator<ReturnInstruction> {
    const returns = new TreasuryReturnRepository(this.database.manager);
    const held = inPages((afterId) => returns.heldInstructions(orderId, afterId, BATCH));
    for await (const { endToEndId, amountRupiah, sealed } of held) {
      const { accountNumber } = this.vault.open(sealed);
      yield { endToEndId, accountNumber, amountRupiah: BigInt(amountRupiah) };
    }
  }
}

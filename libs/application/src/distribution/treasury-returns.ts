import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BankMailbox, readReturnReport, type ReturnInstruction, writeReturnInstruction } from '#channels';
import { addCalendarDays, DomainError, startOfOfficeDay } from '#domain';
import { sha256OfFile } from '#files';
import {
  BankFileRepository,
  inTransaction,
  PaymentOrderRepository,
  type PaymentOrderRow,
  PersonVault,
  ProgrammeClockRepository,
  TreasuryReturnRepository,
} from '#persistence';
import { CONFIG } from '../shared/config.js';
import type { BankSettings } from './bank-settings.js';
import { returnLines } from './bank-lines.js';
import { privateFile, withExchangeFile } from './exchange-file.js';
import { licensed } from '../tasks/decision/licensed.js';

const BATCH = 2_000;
const BREAK_DAYS = 14;

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
    const returnId = returnIdOf(order);
    await withExchangeFile(this.settings.exchangeDir, async (path) => {
      const heading = { returnId, messageId: order.messageId, instructedOn: today, count: row.families };
      const totalRupiah = BigInt(row.heldRupiah);
      await writeReturnInstruction({ ...heading, totalRupiah }, this.#instructions(orderId), privateFile(path));
      await BankMailbox.use(this.settings.bank, (mailbox) => mailbox.put(`${returnId}.return.csv`, path));
    });
    await returns.setState(orderId, 'sent');
  }

  /** Takes in the bank's report with the treasury's receipt when it has come; false while it has not. */
  async collect(orderId: string): Promise<boolean> {
    const order = await new PaymentOrderRepository(this.database.manager).find(orderId);
    const name = `${returnIdOf(order)}.return-report.csv`;
    return BankMailbox.use(this.settings.bank, async (mailbox) => {
      if (!(await mailbox.list(name)).some((file) => file.name === name)) return false;
      await withExchangeFile(this.settings.exchangeDir, async (path) => {
        await mailbox.fetch(name, path);
        await this.#apply(order, name, path);
      });
      return true;
    });
  }

  /** The treasurer confirmed the receipt. Throws RETURN_SHORT when the rows and the receipt differ. */
  async confirm(orderId: string): Promise<void> {
    await licensed(this.database, 'return.confirm', orderId, async (manager) => {
      const returns = new TreasuryReturnRepository(manager);
      const { depositedRupiah } = await returns.find(orderId);
      if ((await returns.returnedRupiah(orderId)) !== BigInt(depositedRupiah ?? 0)) {
        throw new DomainError('RETURN_SHORT', 'the receipt is not what the families’ rows add up to');
      }
      await returns.setState(orderId, 'confirmed');
    });
  }

  async #apply(order: PaymentOrderRow, name: string, path: string): Promise<void> {
    const sha256 = await sha256OfFile(path);
    await inTransaction(this.database, async (manager) => {
      const files = new BankFileRepository(manager);
      if (await files.wasApplied(order.id, 'return', sha256)) return;
      const { deposit, rows } = await readReturnReport(path);
      const breakDueOn = addCalendarDays(deposit.depositedOn, BREAK_DAYS);
      await files.apply(order, { name, kind: 'return', sha256, breakDueOn }, returnLines(rows, deposit.depositedOn));
      await new TreasuryReturnRepository(manager).recordDeposit(order.id, deposit);
    });
  }

  async *#instructions(orderId: string): AsyncGenerator<ReturnInstruction> {
    const returns = new TreasuryReturnRepository(this.database.manager);
    for (let afterId = '0'; ;) {
      const batch = await returns.heldInstructions(orderId, afterId, BATCH);
      for (const { endToEndId, amountRupiah, sealed } of batch) {
        const { accountNumber } = this.vault.open(sealed);
        yield { endToEndId, accountNumber, amountRupiah: BigInt(amountRupiah) };
      }
      const last = batch.at(-1);
      if (last === undefined) return;
      afterId = last.id;
    }
  }
}

const returnIdOf = (order: PaymentOrderRow): string => order.messageId.replace(/^AMN-/, 'RTN-');

import type { DataSource, EntityManager } from 'typeorm';
import { BankMailbox } from '#channels';
import { addCalendarDays } from '#domain';
import { sha256OfFile } from '#files';
import { BankFileRepository, type BankLine, inTransaction, type PaymentOrderRow } from '#persistence';
import type { BankSettings } from './bank-settings.js';
import { withExchangeFile } from './exchange-file.js';

/** Calendar days in which a break is to be settled, from the day that the bank's file speaks of. */
const BREAK_DAYS = 14;

type BankFile = Pick<Parameters<BankFileRepository['apply']>[1], 'name' | 'kind'>;

/** Applies a file's lines; what they leave open is due from that day (ISO date). */
type ApplyLines = (day: string, lines: AsyncIterable<BankLine>) => Promise<void>;

/** Gives the bank's file of this name to `use`, on a path that is gone afterwards; false while it has not come. */
export async function fetchIfThere(
  settings: BankSettings,
  name: string,
  use: (path: string) => Promise<void>,
): Promise<boolean> {
  return BankMailbox.use(settings.bank, async (mailbox) => {
    if (!(await mailbox.list(name)).some((file) => file.name === name)) return false;
    await withExchangeFile(settings.exchangeDir, async (path) => {
      await mailbox.fetch(name, path);
      await use(path);
    });
    return true;
  });
}

/** Takes a file in, in one transaction with whatever `read` does beside it; one that was applied before is not even read. */
export async function applyOnce(
  database: DataSource,
  order: PaymentOrderRow,
  { name, kind }: BankFile,
  path: string,
  read: (manager: EntityManager, apply: ApplyLines) => Promise<void>,
): Promise<void> {
  const sha256 = await sha256OfFile(path);
  await inTransaction(database, async (manager) => {
    const files = new BankFileRepository(manager);
    if (await files.wasApplied(order.id, kind, sha256)) return;
    await read(manager, async (day, lines) => {
      await files.apply(order, { name, kind, sha256, breakDueOn: addCalendarDays(day, BREAK_DAYS) }, lines);
    });
  });
}

import type { EntityManager } from 'typeorm';
import { BankMailbox } from '#channels';
import { sha256OfFile } from '#files';
import { ExchangedFileRepository, type SentFileKind } from '#persistence';
import { mailboxNamed, mailboxNameOf } from '../service/payer-of.js';
import type { BankSettings } from './bank-settings.js';

interface FileToSend {
  readonly orderId: string;
  readonly name: string;
  readonly kind: SentFileKind;
  readonly path: string;
  /** Families that it names; null where it names none. */
  readonly rows: number | null;
}

/**
 * Puts a file into the mailbox of who pays its order, and notes that it went; says its hash. A repeat puts it there again and notes
 * nothing new. Throws MAILBOX_UNKNOWN.
 */
export async function sendFile(
  manager: EntityManager,
  settings: BankSettings,
  { orderId, name, kind, path, rows }: FileToSend,
): Promise<string> {
  const mailboxName = await mailboxNameOf(manager, orderId);
  const sha256 = await sha256OfFile(path);
  await BankMailbox.use(mailboxNamed(settings, mailboxName), (mailbox) => mailbox.put(name, path));
  await new ExchangedFileRepository(manager).noteSent({ name, kind, orderId, sha256, rows, mailbox: mailboxName });
  return sha256;
}

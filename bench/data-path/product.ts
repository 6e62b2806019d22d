import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { type PaymentInstruction, writePain001 } from '#channels';
import { sha256OfFile } from '#files';
import {
  DecreeOrderRepository,
  BankFileRepository,
  type BankLine,
  DecreeRepository,
  inTransaction,
  LedgerRepository,
  PaymentOrderRepository,
  type PaymentOrderRow,
  PersonVault,
  RosterRepository,
  TaskRepository,
} from '#persistence';
import { Commands, ImportRoster, ReportBuilder, type SignedIn } from '#application';
import type { BenchDatabase } from '../bench-database.js';
import type { Seeded } from '../seed.js';
import { outcomeOf } from './outcomes.js';

const CITY = '32.75';
const BATCH = 5_000;

/** The product's own path from a roster file to a reconciled report, with the code that the api and worker run. */
export async function productPath(
  { database, folder }: BenchDatabase,
  seeded: Seeded,
  files: { roster: string; identity: string },
): Promise<string> {
  const { periodId, officerId, appointmentId } = seeded;
  const vault = new PersonVault({ dataKey: Buffer.alloc(32, 1), indexKey: Buffer.alloc(32, 2) });
  const imports = new ImportRoster(database, vault, new Commands(database));
  const operator = { id: appointmentId, role: 'dinsos_operator', officeName: 'Bench', territoryCode: CITY } as const;
  const appointments = [{ ...operator, validFrom: '2020-01-01' }];
  const actor = { officerId, fullName: '', username: 'bench', language: 'id', appointments } satisfies SignedIn;
  const upload = async (path: string) => ({ path, name: 'bench', sizeBytes: 1, sha256: await sha256OfFile(path) });

  const rosterId = await inTransaction(database, (manager) => new RosterRepository(manager).draft(periodId, CITY));
  const task = await openTask(database, periodId, rosterId);
  await imports.importRoster(actor, task, await upload(files.roster));
  await imports.importIdentity(actor, task, await upload(files.identity));
  await database.query(
    `update roster_row set verdict = 'eligible', verdict_by = $2, verdict_at = programme_now()
      where roster_id = $1 and state in ('valid', 'warning')`,
    [rosterId, officerId],
  );
  const order = await orderFor(database, periodId, rosterId);
  await writePain001(
    headingOf(order),
    instructionsFor(database, vault, order.id),
    createWriteStream(join(folder, 'order.xml')),
  );
  await apply(database, order, 'status');
  await apply(database, order, 'usage');
  return JSON.stringify(await new ReportBuilder(database.manager).city(periodId, CITY));
}

/** Decree, draft and release, each in a transaction of its own, as the worker's activities have them. */
async function orderFor(database: BenchDatabase['database'], periodId: string, rosterId: string) {
  const decreeId = await inTransaction(database, async (manager) => {
    const ledger = new LedgerRepository(manager);
    const quota = await ledger.begin({ key: 'quota', kind: 'allocation', periodId, cityCode: CITY });
    await ledger.post(quota ?? '', 'appropriation', 'unallocated', CITY, 0, 1n);
    const decrees = new DecreeRepository(manager);
    const decree = await decrees.draft(periodId, CITY, rosterId);
    await decrees.ratify(decree.id);
    return decree.id;
  });
  const drafted = await inTransaction(database, (manager) => new DecreeOrderRepository(manager).draft(decreeId));
  await inTransaction(database, (manager) => new PaymentOrderRepository(manager).release(drafted.id));
  return new PaymentOrderRepository(database.manager).find(drafted.id);
}

/** Rosters are loaded under an open task, which keeps everybody else from submitting half a list. */
async function openTask(database: BenchDatabase['database'], periodId: string, rosterId: string) {
  const place = { periodId, cityCode: CITY, territoryCode: CITY };
  const subject = {
    subjectType: 'roster' as const,
    subjectId: rosterId,
    chainKey: `roster:${rosterId}`,
    artefactHash: '-',
  };
  const size = { families: 0, amountRupiah: '0', dueOn: '2023-03-20' };
  const step = { workflowId: 'bench', stepKey: 'roster', kind: 'roster.submit' } as const;
  const [task] = await inTransaction(database, (manager) =>
    new TaskRepository(manager).open([{ ...step, ...place, ...subject, ...size }]),
  );
  return { id: task?.taskId ?? '', subjectId: rosterId };
}

export const headingOf = (order: PaymentOrderRow) => ({
  messageId: order.messageId,
  createdAt: new Date(0),
  executionDate: order.executionOn ?? '',
  debtorName: 'BENCH',
  debtorAccount: '1',
  count: order.families,
  controlSumRupiah: BigInt(order.amountRupiah),
});

/** The order's instructions as the worker reads them, page by page. */
export async function* instructionsFor(
  database: BenchDatabase['database'],
  vault: PersonVault,
  orderId: string,
): AsyncGenerator<PaymentInstruction> {
  const orders = new PaymentOrderRepository(database.manager);
  for (let afterId = '0'; ;) {
    const batch = await orders.instructions(orderId, afterId, BATCH);
    for (const { endToEndId, amountRupiah, sealed } of batch) {
      const { fullName, accountNumber } = vault.open(sealed);
      const amount = BigInt(amountRupiah);
      yield {
        endToEndId,
        amountRupiah: amount,
        creditorName: fullName,
        creditorAccount: accountNumber,
        creditorBankCode: '009',
      };
    }
    const last = batch.at(-1);
    if (last === undefined) return;
    afterId = last.id;
  }
}

async function apply(
  database: BenchDatabase['database'],
  order: PaymentOrderRow,
  kind: 'status' | 'usage',
): Promise<void> {
  await inTransaction(database, async (manager) => {
    const file = {
      name: kind,
      kind,
      sha256: kind,
      saidAt: '2023-03-31T00:00:00Z',
      breakDueOn: '2023-12-31',
      namesAll: true,
    };
    await new BankFileRepository(manager).apply(order, file, lines(database, order.id, kind));
  });
}

/** What a bank would answer, read by id range as a file would be. */
async function* lines(
  database: BenchDatabase['database'],
  orderId: string,
  kind: 'status' | 'usage',
): AsyncGenerator<BankLine> {
  for (let afterId = '0'; ;) {
    const batch: { id: string; endToEndId: string; amountRupiah: string }[] = await database.query(
      `select id, end_to_end_id as "endToEndId", amount_rupiah as "amountRupiah" from entitlement
        where order_id = $1 and id > $2 order by id limit ${BATCH}`,
      [orderId, afterId],
    );
    for (const { id, endToEndId, amountRupiah } of batch) {
      const answer = outcomeOf(id, kind);
      if (answer !== undefined) yield { endToEndId, answer, reason: null, onDate: '2023-03-10', amountRupiah };
    }
    const last = batch.at(-1);
    if (last === undefined) return;
    afterId = last.id;
  }
}

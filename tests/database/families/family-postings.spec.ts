import {
  BreakSettlementRepository,
  FailedPaymentRepository,
  FamilyLinkRepository,
  FamilyPageRepository,
  inTransaction,
  PaymentOrderRepository,
  ReissueRepository,
  rowOf,
} from '#persistence';
import { anOfficer } from '../../support/factories/officers.js';
import { aLine, anOrder, applyFile, instructionsOf } from '../../support/factories/orders.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();

test('a family’s page tells what moved its money: refused, made again by another order, paid, and what people settled', async () => {
  const { officerId } = await anOfficer(database.manager, 'dinsos_operator', { territoryCode: '32.75' });
  const made = await anOrder(database.source, 2);
  const [first = ''] = await instructionsOf(database.source, made.order.id);
  const decree = await rowOf<{ rosterId: string }>(
    database.manager,
    'select roster_id as "rosterId" from decree where id = $1',
    [made.decreeId],
  );
  await inTransaction(database.source, (manager) => new FamilyLinkRepository(manager).link(decree?.rosterId ?? ''));
  await applyFile(database.source, made.order, 'status', [aLine(first, 'failed', { reason: 'AC06' })]);
  const again = await inTransaction(database.source, async (manager) => {
    const failed = new FailedPaymentRepository(manager);
    const [payment] = await failed.page(made.order.id, { territories: ['ID'], limit: 1 });
    const explanation = 'Bank membuka blokir';
    await failed.save(made.order.id, officerId, {
      entitlementId: payment?.id ?? '',
      action: 'send_again',
      explanation,
    });
    const order = await new PaymentOrderRepository(manager).find(made.order.id);
    const [id = ''] = await new ReissueRepository(manager).reissue(order, 1);
    await new PaymentOrderRepository(manager).release(id);
    return new PaymentOrderRepository(manager).find(id);
  });
  await applyFile(database.source, again, 'status', [aLine(`${first}-2`)]);
  await applyFile(database.source, made.order, 'status', [aLine(first)]);
  await inTransaction(database.source, async (manager) => {
    const breaks = new BreakSettlementRepository(manager);
    const open = await rowOf<{ id: string }>(
      manager,
      `select id from reconciliation_break where order_id = $1 and type = 'paid_twice'`,
      [made.order.id],
    );
    await breaks.propose(open?.id ?? '', officerId, { resolution: 'explained', explanation: 'Bank menarik kembali' });
    await breaks.settle(await new PaymentOrderRepository(manager).find(made.order.id), '2023-06-01');
  });

  const family = await rowOf<{ id: string }>(
    database.manager,
    `select l.family_id as id from family_listing l join entitlement e on e.roster_row_id = l.roster_row_id where e.end_to_end_id = $1`,
    [first],
  );
  const postings = await new FamilyPageRepository(database.manager).postings(family?.id ?? '', ['32.75']);
  expect(postings.map(({ kind, answer }) => (answer === null ? kind : `${kind} ${answer}`)).sort()).toEqual(
    [
      'breaks explained',
      'decree',
      'order',
      'order',
      'reissue',
      'status credited',
      'status credited',
      'status failed',
    ].sort(),
  );
  expect(await new FamilyPageRepository(database.manager).postings(family?.id ?? '', ['32.76'])).toEqual([]);
});

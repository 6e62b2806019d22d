import { ExchangedFileRepository } from '#persistence';
import { aLine, anOrder, applyFile, instructionsOf, type MadeOrder } from '../../support/factories/orders.js';
import { wholeList } from '../support/whole-list.js';
import { aScene, type Scene } from '../support/scene.js';

let scene: Scene;
let made: MadeOrder;
beforeAll(async () => {
  scene = await aScene();
  const { database } = scene.api;
  made = await anOrder(database, 4);
  const { id: orderId, messageId } = made.order;
  const [first = '', second = '', third = ''] = await instructionsOf(database, orderId);
  const sent = {
    orderId,
    mailbox: 'bank',
    sha256: 'ab',
    rows: 4,
    name: `${messageId}.pain001.xml`,
    kind: 'order',
  } as const;
  await new ExchangedFileRepository(database.manager).noteSent(sent);
  await scene.sql(`update exchanged_file set passed_at = programme_now() - interval '9 days'`);
  await scene.sql(`update payment_order set execution_on = '2022-03-01' where id = $1`, [orderId]);
  await applyFile(database, made.order, 'status', [aLine(first), aLine(second, 'failed'), aLine(third)]);
}, 60_000);
afterAll(() => scene.api.stop());

const path = (query = ''): string => `/periods/${made.periodId}/scorecard${query}`;

interface Score extends Record<string, unknown> {
  readonly failedFor: readonly { readonly reason: string; readonly families: number }[];
}

async function scores(username: string, query = ''): Promise<Score[]> {
  const { status, body } = await (await scene.person(username)).get(path(query));
  expect(status).toBe(200);
  return body as Score[];
}

const countOf = async (list: string): Promise<number> => {
  const { status, body } = await (await scene.person('bendahara')).get(list);
  expect(status).toBe(200);
  return (body as { rows: unknown[] }).rows.length;
};

test('each number of a payer is the number of rows behind it', async () => {
  const [score = {} as Score, ...others] = await scores('bendahara');
  expect(others).toEqual([]);
  expect(score).toMatchObject({
    payer: '-',
    channel: 'card',
    ordered: 4,
    credited: 2,
    failed: 1,
    sent: 1,
    late: 1,
    idle: 2,
  });
  const families = `/periods/${made.periodId}/entitlements?payer=-&channel=card&`;
  expect(await countOf(`${families}states=credited,transacted,not_transacted,held,returned`)).toBe(score['credited']);
  expect(await countOf(`${families}states=failed,reissued&reason=AC04`)).toBe(score.failedFor[0]?.families);
  expect(await countOf(`${families}isIdle=true`)).toBe(score['idle']);
  const breaks = `/periods/${made.periodId}/breaks?payer=-&channel=card`;
  expect(await countOf(breaks)).toBe(score['breaksOpened']);
  expect(await countOf(`${breaks}&state=open`)).toBe(score['breaksOpen']);
  expect(await countOf(`/bank-files?periodId=${made.periodId}&payer=-&channel=card&isLate=true`)).toBe(score['late']);
  expect(score['breaksOpen']).toBeGreaterThan(0);
});

test('payers are found by name and channel, and earlier periods of the programme stand beside this one', async () => {
  expect(await scores('bendahara', '?channel=post')).toEqual([]);
  expect(await scores('bendahara', '?text=no-such-bank')).toEqual([]);
  const wide = await scores('bendahara', '?over=12&sort=late');
  expect(wide.map(({ periodId }) => periodId)).toContain(made.periodId);
});

test('what lies elsewhere is not counted, who sees no money sees nothing, and a wrong question is a wrong request', async () => {
  expect(await scores('walikota')).toHaveLength(1);
  expect((await (await scene.person('lurah.kranji')).get(path())).status).toBe(403);
  const treasurer = await scene.person('bendahara');
  for (const query of ['?over=0', '?over=13', '?sort=best', '?channel=cash']) {
    expect((await treasurer.get(path(query))).status).toBe(400);
  }
  // Late is by the policy of a period.
  expect((await treasurer.get('/bank-files?isLate=true')).status).toBe(400);
  const unknown = '/periods/6f1c2b1e-0000-4000-8000-000000000001/scorecard';
  expect(await treasurer.get(unknown)).toMatchObject({ status: 404, code: 'PERIOD_UNKNOWN' });
});

test('the scorecard is handed out as a workbook', async () => {
  const rows = await wholeList(scene, path('/xlsx'), 'bendahara');
  expect(rows).toHaveLength(2);
  expect(rows[1]?.[3]).toBe(4);
});

import { ExchangedFileRepository, rowsOf } from '#persistence';
import { aLine, anOrder, applyFile, instructionsOf, type MadeOrder } from '../../support/factories/orders.js';
import { aScene, type Scene } from '../support/scene.js';

let scene: Scene;
let made: MadeOrder;
beforeAll(async () => {
  scene = await aScene();
  const { database } = scene.api;
  made = await anOrder(database, 2);
  const { id: orderId, messageId } = made.order;
  const [first = ''] = await instructionsOf(database, orderId);
  const register = new ExchangedFileRepository(database.manager);
  const sha256 = 'c'.repeat(64);
  await register.noteSent({
    orderId,
    name: `${messageId}.pain001.xml`,
    kind: 'order',
    mailbox: 'bank',
    sha256,
    rows: 2,
  });
  await applyFile(database, made.order, 'status', [aLine(first), aLine('NOT-OURS')], sha256);
  const arrival = { kind: 'status', mailbox: 'bank', sha256, orderId, isNameKnown: true, writtenAt: null } as const;
  await register.noteArrival({ ...arrival, name: `${messageId}.status-1.pain002.xml` });
}, 60_000);
afterAll(() => scene.api.stop());

interface Listed {
  readonly rows: readonly Record<string, unknown>[];
  readonly next: string | null;
}

async function list(username: string, query = ''): Promise<Listed> {
  const { status, body } = await (await scene.person(username)).get(`/bank-files${query}`);
  expect(status).toBe(200);
  return body as Listed;
}

test('whoever sees the money sees the files of their territory, the newest first and page by page', async () => {
  const whole = await list('bendahara');
  expect(whole.rows.map(({ kind, state }) => [kind, state])).toEqual([
    ['status', 'applied'],
    ['order', 'waiting'],
  ]);
  const first = await list('walikota', '?limit=1');
  expect(first.rows).toEqual(whole.rows.slice(0, 1));
  expect((await list('walikota', `?limit=1&cursor=${first.next ?? ''}`)).rows).toEqual(whole.rows.slice(1));
  for (const query of [
    '?channel=post',
    '?kind=usage',
    '?state=refused',
    '?text=no-such',
    `?periodId=${scene.period.periodId}`,
  ]) {
    expect((await list('bendahara', query)).rows).toEqual([]);
  }
  expect(
    (await list('bendahara', `?channel=card&kind=status&state=applied&periodId=${made.periodId}&text=bekasi`)).rows,
  ).toHaveLength(1);
});

test('a file says what was done with it, and its breaks are found by it', async () => {
  const { rows } = await list('bendahara');
  const treasurer = await scene.person('bendahara');
  const { body } = await treasurer.get(`/bank-files/${String(rows[0]?.['id'])}`);
  const file = body as { contentId: string; breaks: { count: number }[]; summary: unknown };
  expect(file.summary).toMatchObject({ credited: 2 });
  const found = await treasurer.get(`/periods/${made.periodId}/breaks?openedBy=${file.contentId}`);
  const opened = await rowsOf<{ id: string }>(
    scene.api.database.manager,
    'select id from reconciliation_break where opened_by = $1 order by id',
    [file.contentId],
  );
  expect((found.body as Listed).rows.map(({ id }) => id)).toEqual(opened.map(({ id }) => id));
  expect(file.breaks.reduce((sum, { count }) => sum + count, 0)).toBe(opened.length);
  expect(opened.length).toBeGreaterThan(0);
});

test('who sees no money sees no file, one elsewhere does not exist, and a wrong question is a wrong request', async () => {
  const { rows } = await list('bendahara');
  const path = `/bank-files/${String(rows[0]?.['id'])}`;
  expect((await (await scene.person('lurah.kranji')).get('/bank-files')).status).toBe(403);
  await scene.sql(`update payment_order set city_code = '32.76' where id = $1`, [made.order.id]);
  const mayor = await scene.person('walikota');
  expect(await mayor.get(path)).toMatchObject({ status: 404, code: 'BANK_FILE_UNKNOWN' });
  expect((await list('walikota')).rows).toEqual([]);
  await scene.sql(`update payment_order set city_code = '32.75' where id = $1`, [made.order.id]);
  for (const query of ['?state=lost', '?kind=letter', '?cursor=forged', '?periodId=1']) {
    expect((await mayor.get(`/bank-files${query}`)).status).toBe(400);
  }
  expect((await mayor.get('/bank-files/abc')).status).toBe(400);
});

test('the whole list is handed out as a workbook', async () => {
  const response = await fetch(`${scene.api.url}/api/v1/bank-files/xlsx?kind=order`, {
    headers: { authorization: `Bearer ${await scene.api.token('bendahara')}` },
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="berkas-penyalur.xlsx"');
  expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(1_000);
});

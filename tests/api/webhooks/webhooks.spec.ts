import { randomUUID } from 'node:crypto';
import { SendWebhooks } from '#application';
import { loadConfig } from '#config';
import { PersonVault, rowsOf } from '#persistence';
import { aDecree } from '../../support/factories/orders.js';
import { FakeReceiver } from '../../support/factories/webhooks.js';
import { aScene, type Scene } from '../support/scene.js';
import { wholeList } from '../support/whole-list.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 60_000);
afterAll(() => scene.api.stop());

const RECEIVER = {
  ...{ name: 'Sistem keuangan kota', url: 'https://sikd.example.go.id/hook', territoryCode: '32.75' },
  types: ['decree.ratified', 'order.sent'],
};

async function registered(username = 'dinsos.kepala', more: object = {}): Promise<{ id: string; secret: string }> {
  const answer = await (await scene.person(username)).post('/webhooks/endpoints', { ...RECEIVER, ...more });
  expect(answer.status).toBe(201);
  return answer.body as { id: string; secret: string };
}
const endpoints = async (username: string) =>
  (await (await scene.person(username)).get('/webhooks/endpoints')).body as { id: string; acts: string[] }[];
const act = async (id: string, what: string, username = 'dinsos.kepala') =>
  (await scene.person(username)).post(`/webhooks/endpoints/${id}/${what}`);

/** Sends what waits, as the worker would, with the keys of the running API. */
async function send(id: string): Promise<FakeReceiver> {
  const { database } = scene.api;
  const receiver = new FakeReceiver(database);
  await new SendWebhooks(database, new PersonVault(loadConfig()), { publicUrl: undefined }, receiver).look(id);
  return receiver;
}

test('a receiver is registered, and its secret is answered with once', async () => {
  const person = await scene.person('dinsos.kepala');
  const key = randomUUID();
  const first = await person.post('/webhooks/endpoints', RECEIVER, { key });
  const { id, secret } = first.body as { id: string; secret: string };
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect((await person.post('/webhooks/endpoints', RECEIVER, { key })).body).toEqual({ id, secret: null });
  const row = (await endpoints('dinsos.kepala')).find((one) => one.id === id);
  expect(row).toMatchObject({ ...RECEIVER, state: 'active', acts: ['pause', 'end', 'ping', 'rotate'] });
  expect(JSON.stringify(row)).not.toContain('whsec');
});

test('an address that nothing may be sent to is refused with its field', async () => {
  const person = await scene.person('program');
  const wrong = { ...RECEIVER, url: 'http://sikd.example.go.id/hook' };
  expect(await person.post('/webhooks/endpoints', wrong)).toMatchObject({ status: 422, code: 'WEBHOOK_ADDRESS' });
  const named = await person.post('/webhooks/endpoints', { ...RECEIVER, url: 'https://u:p@sikd.example.go.id/' });
  expect(named.detail).toBe('Ke alamat ini tidak dapat dikirim: memuat nama pengguna atau sandi.');
  expect((await person.post('/webhooks/endpoints', { ...RECEIVER, types: [] })).status).toBe(400);
  expect((await person.post('/webhooks/endpoints', { ...RECEIVER, types: ['family.seen'] })).status).toBe(400);
});

test('an office keeps receivers of its own territory alone, and sees no others', async () => {
  const head = await scene.person('dinsos.kepala');
  for (const territoryCode of ['ID', '32.76', '99.99', 'x']) {
    const refused = await head.post('/webhooks/endpoints', { ...RECEIVER, territoryCode });
    expect([territoryCode, refused.code]).toEqual([territoryCode, 'WEBHOOK_PLACE']);
  }
  const { id } = await registered('program', { territoryCode: 'ID' });
  expect((await endpoints('dinsos.kepala')).map((one) => one.id)).not.toContain(id);
  expect(await act(id, 'end')).toMatchObject({ status: 404, code: 'WEBHOOK_ENDPOINT_UNKNOWN' });
  expect((await endpoints('auditor')).find((one) => one.id === id)).toMatchObject({ acts: [] });
});

test('a trial is sent, signed with the secret, and its answer is on the screen', async () => {
  const { id, secret } = await registered();
  const { id: deliveryId } = (await act(id, 'ping')).body as { id: string };
  const receiver = await send(id);
  const [{ content } = { content: { id: '', body: '', sentAt: new Date() } }] = receiver.received;
  expect(content.id).toBe(deliveryId);
  const person = await scene.person('dinsos.kepala');
  const seen = (await person.get(`/webhooks/deliveries/${deliveryId}`)).body as { body: string };
  expect(seen).toMatchObject({
    ...{ type: 'webhook.ping', state: 'delivered', mayRepeat: true, attempts: 1 },
    tries: [{ status: 200, answer: 'ok', failure: null }],
  });
  expect(receiver.received[0]?.secrets).toEqual([secret]);
  expect(JSON.parse(seen.body)).toMatchObject({ type: 'id.amanah.webhook.ping.v1' });
});

test('what was delivered is sent again by hand under the same id', async () => {
  const { id } = await registered();
  const { id: deliveryId } = (await act(id, 'ping')).body as { id: string };
  await send(id);
  const person = await scene.person('dinsos.kepala');
  expect((await person.post(`/webhooks/deliveries/${deliveryId}/repeat`)).status).toBe(204);
  expect((await send(id)).received.map(({ content }) => content.id)).toEqual([deliveryId]);
  expect((await person.get(`/webhooks/deliveries/${deliveryId}`)).body).toMatchObject({ attempts: 2 });
  await act(id, 'pause');
  const resting = await person.post(`/webhooks/deliveries/${deliveryId}/repeat`);
  expect(resting).toMatchObject({ status: 422, code: 'WEBHOOK_ENDPOINT_STATE' });
  expect(resting.detail).toContain('Dijeda');
});

test('another secret signs from now on, and the one of before beside it', async () => {
  const { id, secret } = await registered();
  const { secret: later } = (await act(id, 'rotate')).body as { secret: string };
  expect(later).not.toBe(secret);
  await act(id, 'ping');
  expect((await send(id)).received[0]?.secrets).toEqual([later, secret]);
});

test('one that has ended takes nothing and leads nowhere', async () => {
  const { id } = await registered();
  await act(id, 'ping');
  expect((await act(id, 'end')).status).toBe(204);
  expect((await send(id)).received).toEqual([]);
  for (const what of ['resume', 'pause', 'ping', 'rotate', 'end']) {
    expect([what, (await act(id, what)).code]).toEqual([what, 'WEBHOOK_ENDPOINT_STATE']);
  }
});

test('deliveries are found by state, fact and id, page by page, and handed out whole', async () => {
  const { id } = await registered();
  const made = await aDecree(scene.api.database, 1);
  for (let time = 0; time < 4; time += 1) await act(id, 'ping');
  const person = await scene.person('dinsos.kepala');
  const list = async (query: string) =>
    (await person.get(`/webhooks/deliveries?endpointId=${id}&${query}`)).body as {
      rows: { id: string; type: string; subjectId: string }[];
      next: string | null;
    };
  const found: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page = await list(`limit=2&sort=oldest${cursor === '' ? '' : `&cursor=${cursor}`}`);
    found.push(...page.rows.map((row) => row.id));
    cursor = page.next;
  }
  expect(new Set(found).size).toBe(5);
  expect((await list('sort=newest')).rows.map((row) => row.id)).toEqual(found.toReversed());
  expect((await list('type=decree.ratified')).rows).toMatchObject([{ subjectId: made.decreeId }]);
  expect((await list(`text=${made.decreeId.slice(0, 8)}`)).rows).toHaveLength(1);
  expect((await list('state=delivered')).rows).toEqual([]);
  expect((await list('cursor=wrong')).rows).toBeUndefined();
  const sheet = await wholeList(scene, `/webhooks/deliveries/xlsx?endpointId=${id}`, 'dinsos.kepala');
  expect(sheet).toHaveLength(6);
  expect(sheet.flat()).toContain('Penetapan disahkan');
});

test('every act is in the trail, and the address with its key-like parts is not', async () => {
  const { id } = await registered('dinsos.kepala', { url: 'https://sikd.example.go.id/hook?unit=tujuh' });
  await act(id, 'pause');
  await act(id, 'resume');
  const entries = await rowsOf<{ action: string; details: unknown }>(
    scene.api.database.manager,
    `select action, details from audit_entry where subject_type = 'webhook_endpoint' and subject_id = $1 order by id`,
    [id],
  );
  expect(entries.map(({ action }) => action)).toEqual([
    ...['webhook-endpoint.registered', 'webhook-endpoint.paused', 'webhook-endpoint.resumed'],
  ]);
  expect(JSON.stringify(entries)).not.toContain('tujuh');
});

import { MOST_GIVEN_UP, WEBHOOK_ATTEMPTS } from '#domain';
import { rowOf, rowsOf, WebhookDeliveryRepository, WebhookEndpointRepository } from '#persistence';
import { someCases } from '../../support/factories/cases.js';
import { anOfficer } from '../../support/factories/officers.js';
import { useDatabase } from '../../support/factories/use-database.js';
import {
  anEndpoint,
  AWAY,
  FakeReceiver,
  GONE,
  type MadeEndpoint,
  REFUSED,
  TAKEN,
} from '../../support/factories/webhooks.js';

const database = useDatabase();

/** An endpoint to which so many facts are on their way. */
async function waiting(facts: number): Promise<MadeEndpoint & { receiver: FakeReceiver }> {
  const endpoint = await anEndpoint(database.source, { types: ['case.opened'] });
  await someCases(database.source, facts);
  const others = `update webhook_endpoint set state = 'ended' where id <> $1 and state <> 'ended'`;
  await database.manager.query(others, [endpoint.id]);
  return { ...endpoint, receiver: new FakeReceiver(database.source) };
}

const states = ({ id }: MadeEndpoint): Promise<{ state: string; tries: number; attempts: number }[]> =>
  rowsOf(
    database.manager,
    `select d.state, d.tries, (select count(*)::int from webhook_attempt a where a.delivery_id = d.id) as attempts
       from webhook_delivery d where d.endpoint_id = $1 order by d.created_at, d.id`,
    [id],
  );
const endpointOf = ({ id }: MadeEndpoint) =>
  rowOf<{ state: string; cause: string; isAway: boolean }>(
    database.manager,
    'select state, cause, away_since is not null as "isAway" from webhook_endpoint where id = $1',
    [id],
  );

test('everything that waits is sent, each once, and then nothing is due', async () => {
  const endpoint = await waiting(12);
  expect(await endpoint.receiver.look(endpoint)).toBeNull();
  expect(new Set(endpoint.receiver.received.map(({ content }) => content.id)).size).toBe(12);
  expect(await endpoint.receiver.look(endpoint)).toBeNull();
  expect(endpoint.receiver.received).toHaveLength(12);
  expect((await states(endpoint)).every(({ state }) => state === 'delivered')).toBe(true);
  const [{ content, secrets } = { content: { body: '' }, secrets: [] }] = endpoint.receiver.received;
  expect(secrets).toEqual([endpoint.secret]);
  expect(JSON.parse(content.body)).toMatchObject({ specversion: '1.0', type: 'id.amanah.case.opened.v1' });
});

test('two workers that look at once send nothing twice', async () => {
  const endpoint = await waiting(20);
  await Promise.all([endpoint.receiver.look(endpoint), endpoint.receiver.look(endpoint)]);
  expect(endpoint.receiver.received).toHaveLength(20);
});

test('a receiver that fails twice gets the same id a third time', async () => {
  const endpoint = await waiting(1);
  endpoint.receiver.answer = () => AWAY;
  for (let time = 0; time < 2; time += 1) {
    expect(await endpoint.receiver.look(endpoint)).toHaveProperty('dueAt');
    await endpoint.receiver.later(endpoint);
  }
  endpoint.receiver.answer = () => TAKEN;
  expect(await endpoint.receiver.look(endpoint)).toBeNull();
  expect(new Set(endpoint.receiver.received.map(({ content }) => content.id)).size).toBe(1);
  expect(await states(endpoint)).toEqual([{ state: 'delivered', tries: 3, attempts: 3 }]);
});

test('while a receiver is away only a few are tried, and the others wait untouched', async () => {
  const endpoint = await waiting(30);
  endpoint.receiver.answer = () => AWAY;
  for (let time = 0; time < 4; time += 1) {
    await endpoint.receiver.look(endpoint);
    await endpoint.receiver.later(endpoint);
  }
  expect(await endpointOf(endpoint)).toMatchObject({ state: 'active', isAway: true });
  expect((await states(endpoint)).filter(({ attempts }) => attempts === 0)).toHaveLength(25);
  endpoint.receiver.answer = () => TAKEN;
  expect(await endpoint.receiver.look(endpoint)).toBeNull();
  expect((await states(endpoint)).every(({ state }) => state === 'delivered')).toBe(true);
  expect(await endpointOf(endpoint)).toMatchObject({ isAway: false });
});

test('one that is refused holds up no other', async () => {
  const endpoint = await waiting(8);
  const poison = await rowOf<{ id: string }>(
    database.manager,
    'select fact_id as id from webhook_delivery where endpoint_id = $1 limit 1',
    [endpoint.id],
  );
  endpoint.receiver.answer = (body) => (body.includes(poison?.id ?? '') ? REFUSED : TAKEN);
  expect(await endpoint.receiver.look(endpoint)).toHaveProperty('dueAt');
  expect((await states(endpoint)).filter(({ state }) => state === 'delivered')).toHaveLength(7);
});

/** Until every delivery that is tried has been given up. */
async function exhaust(endpoint: MadeEndpoint & { receiver: FakeReceiver }): Promise<void> {
  for (let time = 0; time < WEBHOOK_ATTEMPTS; time += 1) {
    await endpoint.receiver.look(endpoint);
    await endpoint.receiver.later(endpoint);
  }
}

test('nothing is tried for ever: it is given up, its office and the operators hear of it, and a person sends it again', async () => {
  const head = await anOfficer(database.manager, 'dinsos_head');
  const operator = await anOfficer(database.manager, 'operator', { territoryCode: 'ID' });
  const endpoint = await waiting(1);
  endpoint.receiver.answer = () => REFUSED;
  await exhaust(endpoint);
  expect(await endpoint.receiver.look(endpoint)).toBeNull();
  expect(endpoint.receiver.received).toHaveLength(WEBHOOK_ATTEMPTS);
  expect(await states(endpoint)).toMatchObject([{ state: 'given_up', attempts: WEBHOOK_ATTEMPTS }]);
  for (const { officerId } of [head, operator]) {
    const sql = `select details ->> 'event' as event from notification where officer_id = $1 and kind = 'webhook.trouble'`;
    expect(await rowsOf(database.manager, sql, [officerId])).toEqual([{ event: 'given_up' }]);
  }
  endpoint.receiver.answer = () => TAKEN;
  const [delivery] = await new WebhookDeliveryRepository(database.manager).page(
    ['ID'],
    { endpointId: endpoint.id },
    { limit: 5, sort: 'newest' },
  );
  await new WebhookDeliveryRepository(database.manager).repeat(delivery?.id ?? '');
  await endpoint.receiver.look(endpoint);
  expect(await states(endpoint)).toEqual([{ state: 'delivered', tries: 1, attempts: WEBHOOK_ATTEMPTS + 1 }]);
  expect(endpoint.receiver.received.at(-1)?.content.id).toBe(endpoint.receiver.received[0]?.content.id);
});

test('after several in a row nothing more is sent until a person says so; then what waited goes on', async () => {
  const endpoint = await waiting(MOST_GIVEN_UP + 3);
  endpoint.receiver.answer = () => AWAY;
  await exhaust(endpoint);
  expect(await endpointOf(endpoint)).toMatchObject({ state: 'paused', cause: 'failures' });
  expect(await endpoint.receiver.look(endpoint)).toBeNull();
  endpoint.receiver.answer = () => TAKEN;
  await new WebhookEndpointRepository(database.manager).become(endpoint.id, 'active', 'officer');
  await endpoint.receiver.look(endpoint);
  const counted = Map.groupBy(await states(endpoint), ({ state }) => state);
  expect(counted.get('given_up')).toHaveLength(MOST_GIVEN_UP);
  expect(counted.get('delivered')).toHaveLength(3);
});

test('who answers 410 gets nothing more', async () => {
  const endpoint = await waiting(9);
  endpoint.receiver.answer = () => GONE;
  expect(await endpoint.receiver.look(endpoint)).toEqual({ isOver: true });
  expect(endpoint.receiver.received.length).toBeLessThan(9);
  expect(await endpointOf(endpoint)).toMatchObject({ state: 'ended', cause: 'gone' });
  expect((await states(endpoint)).some(({ state }) => state === 'pending')).toBe(false);
});

test('what is paused keeps its facts, and while a secret is changed both sign', async () => {
  const endpoint = await waiting(2);
  const endpoints = new WebhookEndpointRepository(database.manager);
  await endpoints.become(endpoint.id, 'paused', 'officer');
  expect(await endpoint.receiver.look(endpoint)).toBeNull();
  expect(endpoint.receiver.received).toEqual([]);
  const { secretSealed } = (await rowOf<{ secretSealed: Buffer }>(
    database.manager,
    'select secret_sealed as "secretSealed" from webhook_endpoint where id = $1',
    [(await anEndpoint(database.source)).id],
  )) ?? { secretSealed: Buffer.alloc(0) };
  await endpoints.rotate(endpoint.id, secretSealed);
  await endpoints.become(endpoint.id, 'active', 'officer');
  await endpoint.receiver.look(endpoint);
  const [{ secrets } = { secrets: [] as readonly string[] }] = endpoint.receiver.received;
  expect(secrets).toHaveLength(2);
  expect(secrets[1]).toBe(endpoint.secret);
  await database.manager.query(`update webhook_endpoint set former_until = now() where id = $1`, [endpoint.id]);
  await endpoints.ping(endpoint.id, '32.75');
  await endpoint.receiver.look(endpoint);
  expect(endpoint.receiver.received.at(-1)?.secrets).toHaveLength(1);
});

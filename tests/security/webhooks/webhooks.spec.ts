import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { SendWebhooks } from '#application';
import { AddressGuard, WebhookPost } from '#channels';
import { loadConfig } from '#config';
import { PersonVault, rowsOf, WebhookEndpointRepository } from '#persistence';
import { aScene, type Scene } from '../../api/support/scene.js';
import { anOfficer } from '../../support/factories/officers.js';

let scene: Scene;
const received: string[] = [];
const server = http.createServer((request, response) => {
  received.push(request.url ?? '');
  response.end('inner page');
});
let port = 0;
beforeAll(async () => {
  scene = await aScene();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  ({ port } = server.address() as AddressInfo);
}, 60_000);
afterAll(async () => {
  server.close();
  await scene.api.stop();
});

const RECEIVER = {
  name: 'Sistem lain',
  url: 'https://other.example.go.id/',
  territoryCode: '32.75',
  types: ['order.sent'],
};

test('whoever does not look after receivers is refused, to read as to act', async () => {
  for (const username of ['lurah.kranji', 'ppk', 'walikota', 'bank']) {
    const person = await scene.person(username);
    expect([username, (await person.get('/webhooks/endpoints')).status]).toEqual([username, 403]);
    expect([username, (await person.post('/webhooks/endpoints', RECEIVER)).status]).toEqual([username, 403]);
  }
  const auditor = await scene.person('auditor');
  expect((await auditor.get('/webhooks/deliveries')).status).toBe(200);
  expect((await auditor.post('/webhooks/endpoints', RECEIVER)).status).toBe(403);
});

test('a secret is nowhere in clear: not in a list, a receipt, the trail, nor in any column', async () => {
  const head = await scene.person('dinsos.kepala');
  const { id, secret } = (await head.post('/webhooks/endpoints', RECEIVER)).body as { id: string; secret: string };
  const texts = [
    JSON.stringify((await head.get('/webhooks/endpoints')).body),
    ...(
      await rowsOf<{ text: string }>(
        scene.api.database.manager,
        `select row_to_json(r)::text as text from command_receipt r union all select row_to_json(a)::text from audit_entry a
          union all select row_to_json(e)::text from webhook_endpoint e union all select row_to_json(o)::text from outbox o`,
      )
    ).map(({ text }) => text),
  ];
  const bytes = Buffer.from(secret.slice('whsec_'.length), 'base64').toString('hex');
  for (const text of texts) {
    expect(text).not.toContain(secret);
    expect(text).not.toContain(Buffer.from(secret).toString('hex'));
    expect(text).not.toContain(bytes);
  }
  const sealed = await rowsOf<{ sealed: Buffer }>(
    scene.api.database.manager,
    'select secret_sealed as sealed from webhook_endpoint where id = $1',
    [id],
  );
  const other = new PersonVault({ dataKey: Buffer.alloc(32, 9), indexKey: Buffer.alloc(32, 9) });
  expect(() => other.openBytes(sealed[0]?.sealed ?? Buffer.alloc(0))).toThrow();
});

test('outside a sandbox no receiver is a door into the network that Amanah stands in', async () => {
  const { database } = scene.api;
  const vault = new PersonVault(loadConfig());
  const { officerId } = await anOfficer(database.manager, 'operator');
  const endpoints = new WebhookEndpointRepository(database.manager);
  const post = new WebhookPost(new AddressGuard({ networks: [], isSandbox: false }), 2_000);
  for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:7f00:1]', '0x7f.1', '169.254.169.254', '10.0.0.1']) {
    const id = await endpoints.add({
      ...{ name: host, url: `http://${host}:${port}/inner`, territoryCode: '32.75', types: ['order.sent'] },
      ...{ secretSealed: vault.sealBytes(Buffer.from('whsec_c2VjcmV0')), createdBy: officerId },
    });
    const deliveryId = await endpoints.ping(id, '32.75');
    await new SendWebhooks(database, vault, { publicUrl: undefined }, post).look(id);
    const seen = await (await scene.person('dinsos.kepala')).get(`/webhooks/deliveries/${deliveryId}`);
    expect(seen.body).toMatchObject({ tries: [{ status: null, failure: 'ADDRESS_REFUSED', answer: '' }] });
  }
  expect(received).toEqual([]);
});

test('what a sandbox may send to, a programme may not', async () => {
  const head = await scene.person('dinsos.kepala');
  const inClear = { ...RECEIVER, url: `http://127.0.0.1:${port}/` };
  expect((await head.post('/webhooks/endpoints', inClear)).status).toBe(201);
  for (const url of ['http://10.0.0.1/', 'http://other.example.go.id/', 'gopher://127.0.0.1/', 'file:///etc/passwd']) {
    expect((await head.post('/webhooks/endpoints', { ...RECEIVER, url })).code).toBe('WEBHOOK_ADDRESS');
  }
});

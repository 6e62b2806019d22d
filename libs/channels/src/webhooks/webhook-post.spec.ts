import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { AddressGuard } from './address-guard.js';
import { WebhookPost } from './webhook-post.js';
import { newWebhookSecret } from './webhook-signature.js';

type Answer = (request: http.IncomingMessage, response: http.ServerResponse) => void;

const secret = newWebhookSecret();
const received: { headers: http.IncomingHttpHeaders; body: string; url: string }[] = [];
let answer: Answer = (_request, response) => response.end();
const server = http.createServer((request, response) => {
  let body = '';
  request.on('data', (part: Buffer) => (body += part.toString()));
  request.on('end', () => {
    received.push({ headers: request.headers, body, url: request.url ?? '' });
    answer(request, response);
  });
});
let url = '';
beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => received.splice(0));

const own = new WebhookPost(new AddressGuard({ networks: [], isSandbox: true }), 500);
const send = (to = url, post = own) => post.send(to, { id: 'id-1', sentAt: new Date(), body: '{"a":1}' }, [secret]);
const says =
  (status: number, body = '', headers = {}): Answer =>
  (_request, response) =>
    response.writeHead(status, headers).end(body);

test('what arrives verifies, and its answer is kept', async () => {
  answer = says(202, 'diterima');
  const accepted = { verdict: 'delivered', status: 202, failure: null, answer: 'diterima' };
  expect(await send(`${url}/hook?unit=7`)).toEqual(accepted);
  const [{ headers, body, url: path } = { headers: {}, body: '', url: '' }] = received;
  expect(path).toBe('/hook?unit=7');
  expect(headers['content-type']).toContain('application/cloudevents+json');
  expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toEqual({ a: 1 });
});

test('a redirect is followed nowhere', async () => {
  answer = says(302, '', { location: `${url}/elsewhere` });
  expect(await send()).toMatchObject({ verdict: 'refused', status: 302 });
  expect(received).toHaveLength(1);
});

test('an answer is cut short, and has no sign that could hide or turn anything', async () => {
  answer = says(500, `salah\u0000\u001b[31m\u202Emerah\n${'x'.repeat(1_000_000)}`);
  const outcome = await send();
  expect(outcome).toMatchObject({ verdict: 'away', status: 500 });
  expect(outcome.answer).toHaveLength(500);
  expect(outcome.answer).toMatch(/^salah \[31m merah x/);
});

test('who answers too late, breaks off or is not there is away', async () => {
  answer = () => undefined;
  expect(await send()).toMatchObject({ verdict: 'away', failure: 'TIMEOUT' });
  answer = (request) => request.socket.destroy();
  expect(await send()).toMatchObject({ verdict: 'away', failure: 'ECONNRESET' });
  expect(await send('http://127.0.0.1:1/')).toMatchObject({ verdict: 'away', failure: 'ECONNREFUSED' });
});

test('an answer that never ends holds nobody up', async () => {
  answer = (_request, response) => {
    response.writeHead(200);
    response.write('mulai');
  };
  expect(await send()).toMatchObject({ verdict: 'delivered', status: 200, answer: 'mulai' });
});

test('outside a sandbox nothing reaches this machine, by address or by name', async () => {
  const post = new WebhookPost(new AddressGuard({ networks: [], isSandbox: false }), 500);
  const port = new URL(url).port;
  for (const host of ['127.0.0.1', 'localhost', '[::1]', '0x7f000001', '2130706433', '[::ffff:127.0.0.1]']) {
    expect(await send(`http://${host}:${port}/`, post)).toMatchObject({ verdict: 'away', failure: 'ADDRESS_REFUSED' });
  }
  expect(received).toEqual([]);
});

test('no failure holds the words of the system', async () => {
  const outcome = await send('https://127.0.0.1:1/secret-path');
  expect(JSON.stringify(outcome)).not.toContain('secret-path');
});

import fc from 'fast-check';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { newWebhookSecret, webhookSignature, webhookTimestamp } from './webhook-signature.js';

const headersOf = (id: string, sentAt: Date, body: string, secrets: readonly string[]) => ({
  'webhook-id': id,
  'webhook-timestamp': webhookTimestamp(sentAt),
  'webhook-signature': webhookSignature({ id, sentAt, body }, secrets),
});

test('signs the published vector as everybody else does', () => {
  const content = {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    sentAt: new Date(1_614_265_330_000),
    body: '{"test": 2432232314}',
  };
  const signed = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';
  expect(webhookSignature(content, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])).toBe(signed);
  expect(webhookSignature(content, ['MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])).toBe(signed);
});

test('the library of the standard takes whatever is signed, and nothing that was touched', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.jsonValue(), (id, data) => {
      const secret = newWebhookSecret();
      const body = JSON.stringify({ data });
      const headers = headersOf(id, new Date(), body, [secret]);
      expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
      expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow(WebhookVerificationError);
      const other = { ...headers, 'webhook-id': `${id}x` };
      expect(() => new Webhook(secret).verify(body, other)).toThrow(WebhookVerificationError);
      expect(() => new Webhook(newWebhookSecret()).verify(body, headers)).toThrow(WebhookVerificationError);
    }),
    { numRuns: 25 },
  );
});

test('while a secret is changed either of them verifies', () => {
  const [later, former] = [newWebhookSecret(), newWebhookSecret()];
  const headers = headersOf('m', new Date(), '{}', [later, former]);
  for (const secret of [later, former]) expect(new Webhook(secret).verify('{}', headers)).toEqual({});
});

test('what was recorded and is played again later is refused by its time', () => {
  const secret = newWebhookSecret();
  const headers = headersOf('m', new Date(Date.now() - 6 * 60_000), '{}', [secret]);
  expect(() => new Webhook(secret).verify('{}', headers)).toThrow(/too old/);
});

test('no two secrets are alike, and each has 32 bytes', () => {
  const made = Array.from({ length: 100 }, newWebhookSecret);
  expect(new Set(made).size).toBe(100);
  for (const secret of made) expect(Buffer.from(secret.slice('whsec_'.length), 'base64')).toHaveLength(32);
});

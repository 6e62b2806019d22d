import fc from 'fast-check';
import { verdictOf, WEBHOOK_ATTEMPTS, webhookPause } from './webhook-delivery.js';

test('pauses grow from seconds to a day, end, and last three days together', () => {
  const pauses = Array.from({ length: WEBHOOK_ATTEMPTS - 1 }, (_, at) => webhookPause(at + 1) ?? 0);
  expect(pauses.slice(1).every((pause, at) => pause > (pauses[at] ?? Infinity))).toBe(true);
  expect(Math.max(...pauses)).toBe(86_400);
  const days = pauses.reduce((sum, pause) => sum + pause, 0) / 86_400;
  expect(days).toBeGreaterThanOrEqual(3);
  expect(days).toBeLessThan(4);
});

test('there is a last attempt, and nothing after it', () => {
  fc.assert(
    fc.property(fc.nat(1_000), (attempts) => {
      expect(webhookPause(attempts) === undefined).toBe(attempts >= WEBHOOK_ATTEMPTS);
    }),
  );
});

test('every status counts: only a two-hundred delivers, and only 410 ends', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 599 }), (status) => {
      expect(verdictOf(status) === 'delivered').toBe(status >= 200 && status <= 299);
      expect(verdictOf(status) === 'gone').toBe(status === 410);
    }),
  );
});

test.each([
  [301, 'refused'],
  [400, 'refused'],
  [404, 'refused'],
  [408, 'away'],
  [429, 'away'],
  [500, 'away'],
  [503, 'away'],
] as const)('%i is %s', (status, verdict) => {
  expect(verdictOf(status)).toBe(verdict);
});

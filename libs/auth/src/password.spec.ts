import { hashPassword, passwordMatches } from './password.js';
import { hashToken, newToken } from './token.js';

test('only the right password matches, and no two hashes are alike', async () => {
  const stored = await hashPassword('kata sandi panjang');
  expect(stored).toMatch(/^\$argon2id\$/);
  expect(await passwordMatches(stored, 'kata sandi panjang')).toBe(true);
  expect(await passwordMatches(stored, 'Kata sandi panjang')).toBe(false);
  expect(await hashPassword('kata sandi panjang')).not.toBe(stored);
});

test('a stored value that is no hash matches nothing', async () => {
  expect(await passwordMatches('', '')).toBe(false);
});

test('a burst of guesses waits in a line with an end, and what is beyond it is refused at once', async () => {
  const stored = await hashPassword('kata sandi panjang');
  const guesses = await Promise.allSettled(Array.from({ length: 130 }, () => passwordMatches(stored, 'tebakan')));
  const refused = guesses.filter(({ status }) => status === 'rejected');
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.length).toBeLessThanOrEqual(30);
  expect(await passwordMatches(stored, 'kata sandi panjang')).toBe(true);
});

test('tokens are unguessable and found again by their hash', () => {
  const token = newToken();
  expect(token).toHaveLength(43);
  expect(hashToken(token).equals(hashToken(token))).toBe(true);
  expect(newToken()).not.toBe(token);
});

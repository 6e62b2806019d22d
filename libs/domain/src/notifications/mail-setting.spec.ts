import fc from 'fast-check';
import { isMailAddress, MAIL_ATTEMPTS, mailRetryMinutes } from './mail-setting.js';

test.each(['a@b.id', 'kepala.dinsos+amanah@bekasikota.go.id', "o'neil@kemensos.go.id"])('%s is an address', (text) => {
  expect(isMailAddress(text)).toBe(true);
});

test.each([
  '',
  'a',
  '@b.id',
  'a@b',
  'a@@b.id',
  'a b@c.id',
  'a@b..id',
  '.a@b.id',
  'a@-b.id',
  'a@b.id\r\nBcc: c@d.id',
  'a@b.id,c@d.id',
])('%j is none', (text) => {
  expect(isMailAddress(text)).toBe(false);
});

test('a sign that would end a line or begin a second recipient makes it no address, wherever it stands', () => {
  const text = 'kepala.dinsos@bekasikota.go.id';
  fc.assert(
    fc.property(
      fc.constantFrom('\r', '\n', '\t', ' ', ',', ';', ':', '<', '>', '"', '\\', '('),
      fc.nat(text.length),
      (sign, at) => {
        expect(isMailAddress(text.slice(0, at) + sign + text.slice(at))).toBe(false);
      },
    ),
  );
});

test('pauses grow to an hour, and all of them together last about a day', () => {
  const pauses = Array.from({ length: MAIL_ATTEMPTS }, (_, index) => mailRetryMinutes(index + 1));
  expect(pauses.slice(0, 7)).toEqual([1, 2, 4, 8, 16, 32, 60]);
  expect(pauses).toEqual(pauses.toSorted((one, other) => one - other));
  expect(pauses.reduce((sum, pause) => sum + pause, 0) / 60).toBeGreaterThan(20);
});

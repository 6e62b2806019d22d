import { mailCode } from './mail-code.js';

const KEY = Buffer.alloc(32, 7);

test('a code is six digits, the same for the same mail and key, and another for another', () => {
  const codes = Array.from({ length: 200 }, (_, index) => mailCode(KEY, `mail-${index}`));
  for (const code of codes) expect(code).toMatch(/^\d{6}$/);
  expect(new Set(codes).size).toBeGreaterThan(195);
  expect(mailCode(KEY, 'mail-1')).toBe(codes[1]);
  expect(mailCode(Buffer.alloc(32, 8), 'mail-1')).not.toBe(codes[1]);
});

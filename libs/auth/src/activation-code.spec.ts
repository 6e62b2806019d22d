import { activationHash, newActivationCode } from './activation-code.js';

test('codes are alike in form and never the same, and no sign is taken for another', () => {
  const codes = Array.from({ length: 500 }, newActivationCode);
  expect(new Set(codes).size).toBe(500);
  for (const code of codes) expect(code).toMatch(/^([A-HJKMNP-TV-Z2-9]{4}-){3}[A-HJKMNP-TV-Z2-9]{4}$/);
});

test('a code is the same however it is typed, and another is another', () => {
  const code = newActivationCode();
  const typed = ` ${code.toLowerCase().replaceAll('-', ' ')} `;
  expect(activationHash(typed).equals(activationHash(code))).toBe(true);
  expect(activationHash(newActivationCode()).equals(activationHash(code))).toBe(false);
});

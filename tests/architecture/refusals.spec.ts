import { globSync, readFileSync } from 'node:fs';
import { LANGUAGES, translate } from '#messages';

/** Every code that the product refuses with, as it stands in the sources. */
const codes = new Set(
  globSync('{apps/api,apps/worker,activities,libs}/**/*.ts')
    .filter((file) => !file.endsWith('.spec.ts'))
    .flatMap((file) => [
      ...readFileSync(file, 'utf8').matchAll(/(?:new DomainError\(|refuse\(|code: )\s*'([A-Z]+_[A-Z_]+)'/g),
    ])
    .map(([, code = '']) => code),
);

/** Told with the field's own message. */
const WITHOUT_A_SENTENCE = new Set(['FIELD_INVALID']);

test('the product refuses with many codes', () => {
  expect(codes.size).toBeGreaterThan(40);
});

test.each(LANGUAGES)('every refusal has a sentence in %s', (language) => {
  const silent = [...codes].filter(
    (code) =>
      !WITHOUT_A_SENTENCE.has(code) &&
      translate(language, `errors:${code}`) === code &&
      translate(language, `rosters:${code}`) === code,
  );
  expect(silent).toEqual([]);
});

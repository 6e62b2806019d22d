import commonEn from './en/common.json' with { type: 'json' };
import errorsEn from './en/errors.json' with { type: 'json' };
import commonId from './id/common.json' with { type: 'json' };
import errorsId from './id/errors.json' with { type: 'json' };
import { languageOf, translate } from './translate.js';

const keysOf = (value: object, prefix = ''): string[] =>
  Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' ? keysOf(inner as object, `${prefix}${key}.`) : [`${prefix}${key}`],
  );
const gapsOf = (sentence: string): string[] => (sentence.match(/{{\w+}}/g) ?? []).sort();

test.each([
  [errorsId, errorsEn],
  [commonId, commonEn],
])('both languages hold the same keys', (indonesian, english) => {
  expect(keysOf(indonesian).sort()).toEqual(keysOf(english).sort());
});

test('a sentence has the same gaps in both languages', () => {
  for (const code of Object.keys(errorsId) as (keyof typeof errorsId)[]) {
    expect([code, gapsOf(errorsId[code])]).toEqual([code, gapsOf(errorsEn[code])]);
  }
});

test('Bahasa Indonesia comes first', () => {
  expect(languageOf(undefined)).toBe('id');
  expect(languageOf('fr, en;q=0.5')).toBe('id');
  expect(languageOf('en-GB, id;q=0.5')).toBe('en');
  expect(translate('id', 'errors:TASK_HELD', { holder: 'Lurah Kranji' })).toContain('Sedang dikerjakan Lurah Kranji');
});

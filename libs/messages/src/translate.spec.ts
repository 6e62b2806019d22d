import { readdirSync, readFileSync } from 'node:fs';
import {
  FINDING_SENTENCES,
  LIST_FINDINGS,
  NOTIFICATION_KINDS,
  ROSTER_FINDINGS,
  ROSTER_NOTES,
  sentenceOf,
} from '#domain';
import { findingSentence, noteSentence } from './roster-sentences.js';
import { LANGUAGES, languageOf, translate } from './translate.js';

const NAMESPACES = readdirSync(new URL('./id', import.meta.url)).map((file) => file.replace('.json', ''));

/** Sentences by key; a language's own plural forms count as one. */
function sentencesOf(language: string, namespace: string): Map<string, string> {
  const text = readFileSync(new URL(`./${language}/${namespace}.json`, import.meta.url), 'utf8');
  const walk = (value: object, prefix: string): [string, string][] =>
    Object.entries(value).flatMap(([key, inner]: [string, string | object]) =>
      typeof inner === 'string'
        ? [[`${prefix}${key}`.replace(/_(one|other)$/, ''), inner] as [string, string]]
        : walk(inner, `${prefix}${key}.`),
    );
  return new Map(walk(JSON.parse(text) as object, ''));
}

const gapsOf = (sentence: string): string[] => [...new Set(sentence.match(/{{\w+}}/g) ?? [])].sort();

test.each(NAMESPACES)('both languages hold the same keys of %s', (namespace) => {
  const [indonesian, english] = LANGUAGES.map((language) => [...sentencesOf(language, namespace).keys()].sort());
  expect(indonesian).toEqual(english);
});

test.each(NAMESPACES)('a sentence of %s has the same gaps in both languages', (namespace) => {
  const english = sentencesOf('en', namespace);
  for (const [key, sentence] of sentencesOf('id', namespace)) {
    expect([key, gapsOf(sentence)]).toEqual([key, gapsOf(english.get(key) ?? '')]);
  }
});

test('every finding of a roster and every note on its file has its sentence', () => {
  const findings = [...Object.keys(ROSTER_FINDINGS), ...Object.keys(LIST_FINDINGS), ...FINDING_SENTENCES];
  const keys = [...sentencesOf('id', 'rosters').keys()].filter((key) => /^[A-Z_]+$/.test(key));
  expect(keys.sort()).toEqual([...findings, ...ROSTER_NOTES, 'IN_SHEET'].sort());
});

test('error codes stand in the order of the alphabet', () => {
  const codes = [...sentencesOf('id', 'errors').keys()];
  expect(codes).toEqual(codes.toSorted());
});

test('Bahasa Indonesia comes first', () => {
  expect(languageOf(undefined)).toBe('id');
  expect(languageOf('fr, en;q=0.5')).toBe('id');
  expect(languageOf('en-GB, id;q=0.5')).toBe('en');
  expect(translate('id', 'errors:TASK_HELD', { holder: 'Lurah Kranji' })).toContain('Sedang dikerjakan Lurah Kranji');
});

test('a finding names its row and column', () => {
  expect(translate('id', 'rosters:NIK_LENGTH', { row: 12, column: 'NIK', characters: 8 })).toBe(
    'Baris 12, kolom NIK: harus 16 angka, terisi 8. Periksa KTP atau KK.',
  );
});

test('a finding says its sheet and its reason in words, a note what was skipped', () => {
  const excluded = { code: 'EXCLUDED_EARLIER', column: 'NIK', params: { reason: 'moved' } };
  expect(findingSentence('en', excluded, { sheet: 'Jatiasih', row: 3 })).toMatch(/^Sheet Jatiasih\. Row 3: .*\(Moved/);
  const total = { code: 'LINE_SKIPPED', sheet: '', row: 7, params: { as: 'total' } } as const;
  expect(noteSentence('id', total)).toBe('Baris 7 dilewati: baris jumlah, bukan keluarga.');
});

test.each(LANGUAGES)('everything that people are told has its sentence and its name in %s', (language) => {
  const keys = NOTIFICATION_KINDS.flatMap((kind) => [
    `notifications:sentence.${sentenceOf(kind, {})}`,
    `notifications:kind.${kind}`,
  ]);
  const silent = keys.filter((key) => /^[a-z:.-]+$/.test(translate(language, key)));
  expect(keys.length).toBeGreaterThan(10);
  expect(silent).toEqual([]);
});

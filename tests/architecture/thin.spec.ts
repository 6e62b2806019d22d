import { globSync, readFileSync } from 'node:fs';

const floors = globSync('{apps/api/src/**/*.controller.ts,activities/**/*.ts}');
const ENTRIES = floors.map((file) => [file, readFileSync(file, 'utf8')] as const);

test('controllers and activities are many', () => {
  expect(ENTRIES.length).toBeGreaterThan(35);
});

test.each(ENTRIES)('%s is thin: it holds neither a database nor SQL', (_file, text) => {
  expect(text).not.toMatch(/from 'typeorm'|\bDataSource\b|\bEntityManager\b|inTransaction/);
  expect(text).not.toMatch(/`\s*(select|insert|update|delete|with)\s/i);
});

/** Repositories and read models are asked by use cases alone; what a row looks like may be named. */
test.each(ENTRIES)('%s asks use cases, not repositories', (_file, text) => {
  const values = [...text.matchAll(/import (?!type)\{([^}]*)\} from '#persistence'/g)].flatMap(([, names = '']) =>
    names.split(',').filter((name) => name.trim() !== '' && !name.trim().startsWith('type ')),
  );
  expect(values).toEqual([]);
});

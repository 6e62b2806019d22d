import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const sources = readdirSync('libs/domain/src', { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !/\.(spec|factory)\.ts$/.test(file),
);

test.each(sources)('libs/domain/src/%s imports nothing outside the domain', (file) => {
  const imports = [...readFileSync(join('libs/domain/src', file), 'utf8').matchAll(/from '([^']+)'/g)];
  for (const [, from = ''] of imports) expect(from).toMatch(/^\.{1,2}\//);
});

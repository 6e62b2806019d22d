import { bundleWorkflows } from '#temporal';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');

/** The workflow bundle, made once for all spec files that see the same sources. */
export async function cachedBundle(): Promise<{ readonly code: string }> {
  const path = join(tmpdir(), `amanah-workflows-${hashOfSources()}.js`);
  if (!existsSync(path)) {
    const { code } = await bundleWorkflows();
    const unfinished = `${path}.${process.pid}`;
    writeFileSync(unfinished, code);
    renameSync(unfinished, path);
  }
  return { code: readFileSync(path, 'utf8') };
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  const sources = globSync(['workflows/**/*.ts', 'libs/domain/src/**/*.ts', 'libs/temporal/src/*.ts'], { cwd: root });
  for (const source of sources.sort()) hash.update(source).update(readFileSync(join(root, source)));
  return hash.digest('hex').slice(0, 16);
}

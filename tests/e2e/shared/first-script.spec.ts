import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const BUILT = resolve(import.meta.dirname, '../../../dist/apps/web');
const LIMIT = 200_000;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

const manifest = JSON.parse(readFileSync(join(BUILT, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;

/** A chunk and everything it needs before it runs. */
function withImports(name: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[name];
  if (chunk === undefined || seen.has(name)) return seen;
  seen.add(name);
  for (const imported of chunk.imports ?? []) withImports(imported, seen);
  return seen;
}

const gzipped = (names: Iterable<string>): number =>
  [...names].reduce((sum, name) => sum + gzipSync(readFileSync(join(BUILT, manifest[name]?.file ?? ''))).length, 0);

test('the first script is at most 200 kB gzipped', () => {
  expect(gzipped(withImports('index.html'))).toBeLessThanOrEqual(LIMIT);
});

/** The words of one language and, behind the sign-in, the frame come with the first page. */
const WORDS = ['../../libs/messages/src/id/web.json', '../../libs/messages/src/id/common.json'];
const SIGN_IN = ['../../libs/messages/src/id/auth.json', 'src/auth/sign-in-page.tsx'];
const INBOX = ['src/app/shell/shell.tsx', 'src/tasks/inbox/inbox-page.tsx'];

test.each([[SIGN_IN], [INBOX]])('so is everything of the first screen, %s', (pages) => {
  const needed = ['index.html', ...WORDS, ...pages].flatMap((name) => [...withImports(name)]);
  expect(gzipped(new Set(needed))).toBeLessThanOrEqual(LIMIT);
});

test('so is the whole app of the phone, which starts without a signal', () => {
  const assets = join(BUILT, 'field/assets');
  const scripts = readdirSync(assets).filter((file) => /^(field|web|common|follow-up|photo|workbox).*\.js$/.test(file));
  const bytes = scripts.map((file) => gzipSync(readFileSync(join(assets, file))).length);
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(LIMIT);
});

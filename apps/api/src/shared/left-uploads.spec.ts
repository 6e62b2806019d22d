import { existsSync, mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeLeftUploads } from './left-uploads.js';

test('what a killed process left goes with the next start, and what is being received stays', async () => {
  const exchange = mkdtempSync(join(tmpdir(), 'amanah-left-'));
  await removeLeftUploads(exchange);
  mkdirSync(join(exchange, 'uploads'));
  const [left, current] = ['left', 'current'].map((name) => join(exchange, 'uploads', name));
  for (const path of [left, current]) writeFileSync(path ?? '', 'a made-up list');
  const yesterday = Date.now() / 1000 - 86_400;
  utimesSync(left ?? '', yesterday, yesterday);
  await removeLeftUploads(exchange);
  expect([existsSync(left ?? ''), existsSync(current ?? '')]).toEqual([false, true]);
});

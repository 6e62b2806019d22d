import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RotatingLog } from './rotating-log.js';

it('keeps the file small and one older file beside it', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'amanah-log-')), 'logs', 'api.log');
  const log = new RotatingLog(path, 10);
  for (const line of ['one\n', 'two\n', 'three\n', 'four\n']) log.write(Buffer.from(line));
  log.close();
  expect(readFileSync(`${path}.1`, 'utf8')).toBe('three\n');
  expect(readFileSync(path, 'utf8')).toBe('four\n');
});

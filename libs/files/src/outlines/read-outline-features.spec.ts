import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOutlineFeatures } from './read-outline-features.js';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'outlines-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function read(content: string, maxBytes?: number): Promise<readonly unknown[]> {
  const path = join(dir, 'outlines.geojson');
  await writeFile(path, content);
  return readOutlineFeatures(path, maxBytes);
}

test('the features of a collection come as they stand', async () => {
  expect(await read('{"type":"FeatureCollection","features":[{"type":"Feature"},7]}')).toEqual([
    { type: 'Feature' },
    7,
  ]);
});

test.each(['', 'kode,nama', 'null', '[]', '{"type":"Feature"}', '{"type":"FeatureCollection","features":[]}'])(
  'refuses what is no collection of features: %j',
  async (content) => {
    await expect(read(content)).rejects.toMatchObject({ code: 'OUTLINE_FILE' });
  },
);

test('refuses a file that is too large before it reads it, and one that is not there', async () => {
  await expect(read('{"type":"FeatureCollection"}', 5)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
  await expect(readOutlineFeatures(join(dir, 'none'))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
});

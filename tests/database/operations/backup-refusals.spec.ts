import { appendFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { backUp, type BackupManifest, restoreBackup } from '#application';
import { createDataSource } from '#persistence';
import { MIGRATIONS } from '../../../libs/persistence/src/migrations/index.js';
import { emptyDatabase, type TestDatabase, testDatabase } from '../../support/servers/test-database.js';

const KEYS = { dataKey: Buffer.alloc(32, 1), indexKey: Buffer.alloc(32, 2) };
const folder = mkdtempSync(join(tmpdir(), 'amanah-backup-'));
let count = 0;
const aFolder = (): string => join(folder, `backup-${(count += 1)}`);

let created: TestDatabase;
let owner: DataSource;
beforeAll(async () => {
  created = await testDatabase();
  owner = await createDataSource(created.ownerUrl, 4).initialize();
});
afterAll(async () => {
  await owner.destroy();
  await created.drop();
  rmSync(folder, { recursive: true, force: true });
});

const taken = async (): Promise<{ at: string; manifest: BackupManifest }> => {
  const at = aFolder();
  return { at, manifest: await backUp(owner, at, { keys: KEYS }) };
};

test.each<[string, string, (at: string, manifest: BackupManifest) => void]>([
  [
    'BACKUP_MANIFEST',
    'without a manifest',
    (at) => {
      rmSync(join(at, 'manifest.json'));
    },
  ],
  [
    'BACKUP_PART_BROKEN',
    'with a part too long',
    (at) => {
      appendFileSync(join(at, 'tables/posting.copy.gz'), '.');
    },
  ],
  [
    'BACKUP_PART_BROKEN',
    'with a part too few',
    (at) => {
      rmSync(join(at, 'tables/posting.copy.gz'));
    },
  ],
  [
    'BACKUP_SCHEMA_NEWER',
    'of a version to come',
    (at, manifest) => {
      writeFileSync(join(at, 'manifest.json'), JSON.stringify({ ...manifest, schema: 'Later1900000000000' }));
    },
  ],
])('refuses with %s a backup %s, and leaves the database as it was', async (code, _what, spoil) => {
  const { at, manifest } = await taken();
  spoil(at, manifest);
  const empty = await emptyDatabase();
  const urls = { ownerUrl: empty.url, applicationUrl: empty.url };
  await expect(restoreBackup(at, { ...urls, keys: KEYS })).rejects.toMatchObject({ code });
  const database = await createDataSource(empty.url, 1).initialize();
  expect(await database.query(`select 1 from pg_class where relnamespace = 'public'::regnamespace`)).toEqual([]);
  await database.destroy();
  await empty.drop();
});

test('other keys, a database that is not empty, and a folder that is there are refused', async () => {
  const { at } = await taken();
  const urls = { ownerUrl: created.ownerUrl, applicationUrl: created.url };
  const other = { ...KEYS, indexKey: Buffer.alloc(32, 3) };
  const differ = { code: 'BACKUP_KEYS_DIFFER', details: { differ: ['AMANAH_INDEX_KEY'] } };
  await expect(restoreBackup(at, { ...urls, keys: other })).rejects.toMatchObject(differ);
  await expect(restoreBackup(at, { ...urls, keys: KEYS })).rejects.toMatchObject({ code: 'RESTORE_NOT_EMPTY' });
  await expect(backUp(owner, at, { keys: KEYS })).rejects.toMatchObject({ code: 'BACKUP_FOLDER_TAKEN' });
});

test('a backup of an earlier version is brought up to this one', async () => {
  const earlier = await emptyDatabase();
  const name = MIGRATIONS.at(-3)?.name ?? '';
  const old = await createDataSource(earlier.url, 4)
    .setOptions({ migrations: MIGRATIONS.slice(0, -2) })
    .initialize();
  await old.runMigrations();
  await old.query(`insert into territory (code, name, level) values ('32', 'Jawa Barat', 'province')`);
  const at = aFolder();
  expect((await backUp(old, at, { keys: KEYS })).schema).toBe(name);
  await old.destroy();
  await earlier.drop();
  const empty = await emptyDatabase();
  await restoreBackup(at, { ownerUrl: empty.url, applicationUrl: empty.url, keys: KEYS });
  const database = await createDataSource(empty.url, 1).initialize();
  expect(await database.query('select code from territory')).toEqual([{ code: '32' }]);
  expect(await database.query('select name from migrations order by id')).toHaveLength(MIGRATIONS.length);
  await database.destroy();
  await empty.drop();
});

test('the application may not take one', async () => {
  const application = await createDataSource(created.url, 2).initialize();
  await expect(backUp(application, aFolder(), { keys: KEYS })).rejects.toMatchObject({ code: 'BACKUP_NOT_OWNER' });
  await application.destroy();
});

test('one that was interrupted has no manifest', async () => {
  const at = aFolder();
  const copyTemporal = (): Promise<void> => Promise.reject(new Error('no room'));
  await expect(backUp(owner, at, { keys: KEYS, copyTemporal })).rejects.toThrow('no room');
  expect(existsSync(join(at, 'manifest.json'))).toBe(false);
});

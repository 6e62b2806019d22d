import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { backUp, type BackupManifest, restoreBackup } from '#application';
import { verifyAuditFile } from '#files';
import { ConservationRepository, createDataSource, rowsOf } from '#persistence';
import { anOrder, applyFile, aLine, instructionsOf } from '../../support/factories/orders.js';
import { aSealedTrail, PUBLIC_KEY, type SealedTrail } from '../../support/factories/sealed-trail.js';
import {
  type EmptyDatabase,
  emptyDatabase,
  type TestDatabase,
  testDatabase,
} from '../../support/servers/test-database.js';

const KEYS = { dataKey: Buffer.alloc(32, 1), indexKey: Buffer.alloc(32, 2) };
const folder = mkdtempSync(join(tmpdir(), 'amanah-backup-'));
let count = 0;
const aFolder = (): string => join(folder, `backup-${(count += 1)}`);

let created: TestDatabase;
let source: DataSource;
let owner: DataSource;
let trail: SealedTrail;
let periodId: string;

/** A period that was paid in part, under a sealed trail. */
beforeAll(async () => {
  created = await testDatabase();
  source = await createDataSource(created.url, 6).initialize();
  owner = await createDataSource(created.ownerUrl, 4).initialize();
  const made = await anOrder(source, 6);
  periodId = made.periodId;
  const instructions = await instructionsOf(source, made.order.id);
  const lines = instructions.map((id, index) => aLine(id, index < 4 ? 'credited' : 'failed'));
  await applyFile(source, made.order, 'status', lines);
  trail = aSealedTrail({ source });
  await trail.grow(300);
  await trail.seal();
  await trail.grow(7);
}, 60_000);
afterAll(async () => {
  await source.destroy();
  await owner.destroy();
  await created.drop();
  rmSync(folder, { recursive: true, force: true });
});

const taken = async (): Promise<{ at: string; manifest: BackupManifest }> => {
  const at = aFolder();
  return { at, manifest: await backUp(owner, at, { keys: KEYS }) };
};

/** Where a backup goes; signs in as the owner and as an application that has its rights anew. */
async function restored<T>(
  at: string,
  look: (database: DataSource, empty: EmptyDatabase) => Promise<T>,
  keys = KEYS,
): Promise<T> {
  const empty = await emptyDatabase();
  const application = new URL(created.url);
  application.pathname = new URL(empty.url).pathname;
  try {
    await restoreBackup(at, { ownerUrl: empty.url, applicationUrl: application.href, keys });
    const database = await createDataSource(application.href, 3).initialize();
    return await look(database, empty).finally(() => database.destroy());
  } finally {
    await empty.drop();
  }
}

const statements = async ({ manager }: DataSource) =>
  Promise.all(
    ['ID', '32', '32.75', '32.75.02'].map((place) => new ConservationRepository(manager).of(periodId, place)),
  );

/** Every row of every table, whatever is in it. */
async function contents(database: DataSource): Promise<Record<string, unknown>> {
  const tables = await rowsOf<{ name: string }>(
    database.manager,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  );
  const digests: Record<string, unknown> = {};
  for (const { name } of tables) {
    const sql = `select count(*)::int as rows, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from ${name} t`;
    digests[name] = name === 'migrations' ? 'its own' : (await rowsOf(database.manager, sql))[0];
  }
  return digests;
}

test('what was backed up comes back row by row: the same statements, the same sealed trail, and it goes on from there', async () => {
  const { at, manifest } = await taken();
  expect(manifest.tables.find(({ name }) => name === 'audit_entry')?.rows).toBeGreaterThanOrEqual(307);
  const before = { rows: await contents(source), statements: await statements(source) };
  await restored(at, async (database) => {
    expect(await contents(database)).toEqual(before.rows);
    expect(await statements(database)).toEqual(before.statements);

    const again = aSealedTrail({ source: database });
    const verify = async (of: SealedTrail) => verifyAuditFile(await of.exported(), { publicKey: PUBLIC_KEY });
    const sealed = await verify(trail);
    expect(sealed).toMatchObject({ findings: [], seals: 1 });
    expect(await verify(again)).toEqual(sealed);
    await again.grow(2);
    expect(await verify(again)).toEqual({ ...sealed, entries: sealed.entries + 2, unsealed: sealed.unsealed + 2 });
    await expect(database.query('delete from audit_entry')).rejects.toThrow('permission denied');
    await expect(database.query('update posting set families = 0')).rejects.toThrow('permission denied');
  });
});

test('triggers and references stand again after a restore, for the owner, too', async () => {
  const { at } = await taken();
  const constraints = `select conname, pg_get_constraintdef(oid) as definition, convalidated from pg_constraint
                        where connamespace = 'public'::regnamespace order by 1, 2`;
  const triggers = `select tgname, tgrelid::regclass::text as relation, tgenabled from pg_trigger where not tgisinternal order by 1, 2`;
  await restored(at, async (database, empty) => {
    for (const sql of [constraints, triggers]) expect(await database.query(sql)).toEqual(await source.query(sql));
    const itsOwner = await createDataSource(empty.url, 1).initialize();
    await expect(itsOwner.query('delete from audit_entry')).rejects.toThrow();
    await itsOwner.destroy();
  });
});

test('it is of one moment: what is written while it is read is in none of its tables', async () => {
  const at = aFolder();
  const state = { isOver: false };
  const writing = (async () => {
    for (let n = 0; !state.isOver; n += 1) {
      await source.transaction(async (manager) => {
        await manager.query(`insert into territory (code, name, level) values ($1, 'x', 'province')`, [`w${n}`]);
        await manager.query(
          `insert into audit_entry (action, subject_type, subject_id, occurred_at) values ('written', 'spec', $1, now())`,
          [`w${n}`],
        );
      });
    }
  })();
  await backUp(owner, at, { keys: KEYS }).finally(() => {
    state.isOver = true;
  });
  await writing;
  await restored(at, async (database) => {
    const sql = `select (select count(*) from territory where name = 'x')::int as places,
                        (select count(*) from audit_entry where action = 'written')::int as entries`;
    const [{ places, entries } = { places: -1, entries: -2 }] = await rowsOf<{ places: number; entries: number }>(
      database.manager,
      sql,
    );
    expect(places).toBe(entries);
  });
});

test('what Temporal holds is copied while nobody can write', async () => {
  const at = aFolder();
  let waited = false;
  const copyTemporal = async (file: string): Promise<void> => {
    await writeFile(file, 'what waits');
    void source.query(`update programme_clock set offset_ms = offset_ms`).then(() => (waited = true));
  };
  const manifest = await backUp(owner, at, { keys: KEYS, copyTemporal });
  expect(manifest.temporal).toMatchObject({ file: 'temporal.db', bytes: 10 });
  const placed: string[] = [];
  const empty = await emptyDatabase();
  const urls = { ownerUrl: empty.url, applicationUrl: empty.url };
  await restoreBackup(at, { ...urls, keys: KEYS, placeTemporal: (file) => placed.push(readFileSync(file, 'utf8')) });
  await empty.drop();
  expect([placed, waited]).toEqual([['what waits'], true]);
});

test('nothing in it opens what is sealed, and only its maker reads it', async () => {
  const { at, manifest } = await taken();
  const written = readFileSync(join(at, 'manifest.json'), 'utf8');
  for (const key of Object.values(KEYS)) {
    for (const form of ['hex', 'base64'] as const) expect(written).not.toContain(key.toString(form));
  }
  expect(statSync(at).mode & 0o077).toBe(0);
  for (const { file } of manifest.tables) expect(statSync(join(at, file)).mode & 0o077).toBe(0);
});

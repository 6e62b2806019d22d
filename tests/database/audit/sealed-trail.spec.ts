import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AuditFinding, proveEntry, readAnchors, verifyAuditFile } from '#files';
import { AuditSealRepository, rowsOf } from '#persistence';
import { aSealedTrail, PUBLIC_KEY, type SealedTrail } from '../../support/factories/sealed-trail.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();

/** Three seals (1,024 and 476 rows, then 60) and four rows that nobody has sealed yet; anew for every test. */
let trail: SealedTrail;
beforeEach(async () => {
  trail = aSealedTrail(database);
  await database.asOwner((manager) =>
    manager.query(`alter table audit_entry disable trigger all; alter table audit_seal disable trigger all;
      truncate audit_entry restart identity; truncate audit_seal;
      alter table audit_entry enable trigger all; alter table audit_seal enable trigger all`),
  );
  await trail.grow(1_500);
  expect(await trail.seal()).toBe(1_500);
  await trail.grow(60);
  expect(await trail.seal()).toBe(60);
  await trail.grow(4);
});

const verified = async (file: string) =>
  verifyAuditFile(file, { publicKey: PUBLIC_KEY, anchors: await readAnchors(trail.anchors) });
const first = async (change?: (lines: string[]) => string[]): Promise<AuditFinding | undefined> =>
  (await verified(await trail.exported(change))).findings[0];

test('a trail as it was sealed has nothing to find, and sealing again seals nothing', async () => {
  const file = await trail.exported();
  expect(await verified(file)).toEqual({ entries: 1_564, seals: 3, unsealed: 4, publicKey: PUBLIC_KEY, findings: [] });
  expect(await trail.seal()).toBe(4);
  expect(await trail.seal()).toBe(0);
  expect(await readAnchors(trail.anchors)).toMatchObject([{ number: 2 }, { number: 3 }, { number: 4 }]);
});

const KEPT =
  'officer_id, action, subject_type, subject_id, territory_code, details, request_id, occurred_at, recorded_at';

test.each<[string, string, Partial<AuditFinding>]>([
  [
    'a changed field',
    `update audit_entry set details = '{"n": 2}' where id = 77`,
    { code: 'ENTRY_CHANGED', entryId: '77' },
  ],
  [
    'a changed time',
    `update audit_entry set recorded_at = recorded_at - interval '1 microsecond' where id = 1100`,
    { code: 'ENTRY_CHANGED', entryId: '1100', seal: 2 },
  ],
  [
    'the same with another officer',
    `update audit_entry set officer_id = null where id = 1`,
    { code: 'ENTRY_CHANGED', entryId: '1' },
  ],
  [
    'a deleted row',
    'delete from audit_entry where id = 500',
    { code: 'ENTRY_MISSING', afterId: '499', beforeId: '501' },
  ],
  [
    'the last row of a seal deleted',
    'delete from audit_entry where id = 1024',
    { code: 'ENTRY_MISSING', afterId: '1023', seal: 1 },
  ],
  [
    'a row put between others',
    `insert into audit_entry (id, ${KEPT}) overriding system value select 0, ${KEPT} from audit_entry where id = 9`,
    { code: 'ENTRY_ADDED', entryId: '0' },
  ],
  [
    'two rows that changed places',
    `with one as (select * from audit_entry where id = 30)
     update audit_entry e set subject_id = case e.id when 30 then '31' else '30' end from one where e.id in (30, 31)`,
    { code: 'ENTRY_CHANGED', entryId: '30' },
  ],
  [
    'a changed hash in a seal',
    `update audit_seal set leaves = overlay(leaves placing '\\x00'::bytea from 5) where number = 1`,
    { code: 'SEAL_CHANGED', seal: 1 },
  ],
  ['a seal that is gone', 'delete from audit_seal where number = 2', { code: 'SEAL_MISSING', seal: 2 }],
  [
    'the end cut off, rows and seal',
    'delete from audit_seal where number = 3; delete from audit_entry where id > 1500',
    { code: 'TAIL_MISSING', seal: 3, afterId: '1500' },
  ],
])('found in the database: %s', async (_what, sql, expected) => {
  await trail.tamper(sql);
  expect(await first()).toMatchObject(expected);
});

/** Places of lines: the header, the first seal, its 1,024 entries, the second seal, … */
const ENTRY_OF = (id: number) => id + (id > 1_500 ? 3 : id > 1_024 ? 2 : 1);

test.each<[string, (lines: string[]) => string[], Partial<AuditFinding>]>([
  [
    'a changed letter',
    (lines) => lines.map((line) => line.replace('"req-12"', '"req-13"')),
    { code: 'ENTRY_CHANGED', entryId: '12' },
  ],
  [
    'a line left out',
    (lines) => lines.toSpliced(ENTRY_OF(20), 1),
    { code: 'ENTRY_MISSING', afterId: '19', beforeId: '21' },
  ],
  [
    'a line twice',
    (lines) => lines.toSpliced(ENTRY_OF(20), 0, lines[ENTRY_OF(20)] ?? ''),
    { code: 'ENTRY_DOUBLED', entryId: '20' },
  ],
  [
    'two lines that changed places',
    (lines) => lines.with(ENTRY_OF(20), lines[ENTRY_OF(21)] ?? '').with(ENTRY_OF(21), lines[ENTRY_OF(20)] ?? ''),
    { code: 'ENTRY_MOVED', entryId: '21' },
  ],
  ['a file that stops', (lines) => lines.slice(0, -3), { code: 'FILE_CUT' }],
  ['a file that stops within a seal', (lines) => lines.slice(0, 900), { code: 'ENTRY_MISSING', seal: 1 }],
  ['words behind the end', (lines) => [...lines, 'more'], { code: 'LINE_UNREADABLE' }],
  ['an unsealed line moved up', (lines) => lines.with(-2, lines.at(-3) ?? ''), { code: 'ORDER_BROKEN' }],
])('found in the file: %s', async (_what, change, expected) => {
  expect(await first(change)).toMatchObject(expected);
});

test('the first broken row is the first one named, one for each seal', async () => {
  await trail.tamper(`update audit_entry set action = 'x' where id in (1550, 1100, 900, 40)`);
  const { findings } = await verified(await trail.exported());
  expect(findings).toMatchObject([{ entryId: '40' }, { entryId: '1100' }, { entryId: '1550' }]);
});

test('who has the database alone cannot seal anew: another key, no key, or the old chain are each found', async () => {
  const anchors = await readAnchors(trail.anchors);
  await trail.tamper(`update audit_entry set action = 'x' where id = 3; truncate audit_seal`);
  await aSealedTrail(database, Buffer.alloc(32, 1)).seal();
  const other = await verifyAuditFile(await trail.exported(), { publicKey: PUBLIC_KEY });
  expect(other.findings[0]).toMatchObject({ code: 'SIGNATURE_WRONG', seal: 1 });
  const anchored = await verifyAuditFile(await trail.exported(), { publicKey: PUBLIC_KEY, anchors });
  expect(anchored.findings).toContainEqual(expect.objectContaining({ code: 'ANCHOR_DIFFERS', seal: 2 }));
  await trail.tamper('truncate audit_seal');
  const bare = aSealedTrail(database, null);
  await bare.seal();
  const unsigned = await verifyAuditFile(await bare.exported(), { publicKey: PUBLIC_KEY });
  expect(unsigned.findings[0]).toMatchObject({ code: 'SEAL_UNSIGNED', seal: 1 });
});

test('an anchor that somebody wrote is found, and one that cannot be read is named with its line', async () => {
  const file = await trail.exported();
  const [line = ''] = readFileSync(trail.anchors, 'utf8').split('\n');
  const changed = `${trail.anchors}.changed`;
  writeFileSync(changed, `${line.replace('"number":2', '"number":9')}\n`);
  const { findings } = await verifyAuditFile(file, { publicKey: PUBLIC_KEY, anchors: await readAnchors(changed) });
  expect(findings).toMatchObject([{ code: 'ANCHOR_UNSOUND', seal: 9 }, { code: 'TAIL_MISSING' }]);
  writeFileSync(changed, `${line}\nno seal\n`);
  await expect(readAnchors(changed)).rejects.toMatchObject({ code: 'ANCHORS_UNREADABLE', details: { line: 2 } });
});

test('a trail that lost what was written down outside is not sealed on', async () => {
  await trail.tamper('delete from audit_seal where number = 3');
  await expect(trail.seal()).rejects.toThrow('does not hold the seal 3');
  rmSync(trail.anchors);
  await expect(trail.seal()).resolves.toBe(64);
});

test('while somebody writes nothing is sealed past them; what they write late is sealed by the next look', async () => {
  const writer = database.source.createQueryRunner();
  await writer.startTransaction();
  await writer.query(
    `insert into audit_entry (action, subject_type, subject_id, occurred_at) values ('late', 'spec', '1', now())`,
  );
  await trail.grow(3);
  expect(await new AuditSealRepository(database.manager).horizon()).toBeUndefined();
  await writer.commitTransaction();
  await writer.release();
  expect(await trail.seal()).toBe(8);
  expect((await verified(await trail.exported())).findings).toEqual([]);
});

test('two who seal at once seal every entry once; a row that was rolled back leaves no hole', async () => {
  const writer = database.source.createQueryRunner();
  await writer.startTransaction();
  await writer.query(
    `insert into audit_entry (action, subject_type, subject_id, occurred_at) values ('undone', 'spec', '1', now())`,
  );
  await writer.rollbackTransaction();
  await writer.release();
  await trail.grow(3_000);
  const sealed = await Promise.all([trail.seal(), trail.seal(), trail.seal()]);
  expect(sealed.reduce((sum, entries) => sum + entries)).toBe(3_004);
  expect(await verified(await trail.exported())).toMatchObject({ findings: [], unsealed: 0, entries: 4_564 });
  const seals = await rowsOf<{ entries: string }>(database.manager, 'select sum(entries) as entries from audit_seal');
  expect(seals).toEqual([{ entries: '4564' }]);
});

test('one row is shown without the others: its proof holds alone, and for no other row, place or key', async () => {
  const file = await trail.exported();
  const proof = await proveEntry(file, '1100');
  const checked = async (change: object, publicKey = PUBLIC_KEY) => {
    writeFileSync(`${file}.proof`, JSON.stringify({ ...proof, ...change }));
    const { findings } = await verifyAuditFile(`${file}.proof`, {
      publicKey,
      anchors: await readAnchors(trail.anchors),
    });
    return findings.map(({ code }) => code);
  };
  expect(proof.path).toHaveLength(9);
  expect(await checked({})).toEqual([]);
  expect(await checked({ entry: proof.entry.replace('approved', 'rejected') })).toEqual(['ENTRY_CHANGED']);
  expect(await checked({ index: proof.index + 1 })).toEqual(['ENTRY_CHANGED']);
  expect(await checked({ seal: { ...proof.seal, entries: 4 } })).toContain('SEAL_CHANGED');
  expect(await checked({}, Buffer.alloc(32, 3).toString('base64'))).toEqual(['SIGNATURE_WRONG']);
  await expect(proveEntry(file, '1562')).rejects.toMatchObject({ code: 'AUDIT_ENTRY_UNSEALED' });
});

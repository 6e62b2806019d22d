import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { copyTemporalFile, demandNoTemporalFile } from './temporal-file.js';

let folder: string;
let server: DatabaseSync;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amanah-temporal-'));
  server = new DatabaseSync(join(folder, 'temporal.db'));
  server.exec('create table run (id integer); insert into run values (1), (2)');
});
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const copied = async (): Promise<unknown> => {
  const to = join(folder, 'copy.db');
  await copyTemporalFile(join(folder, 'temporal.db'), to);
  const copy = new DatabaseSync(to, { readOnly: true });
  try {
    return copy.prepare('select count(*) as runs from run').get();
  } finally {
    copy.close();
  }
};

test('a file that its server holds longer than SQLite waits is copied when it is let go', async () => {
  server.exec('begin exclusive');
  const copy = copied();
  // The first try has failed by now: nothing else runs while SQLite waits.
  server.exec('insert into run values (3); commit');
  expect(await copy).toEqual({ runs: 3 });
});

test('what is no such file is refused at once', async () => {
  await expect(copyTemporalFile(join(folder, 'nowhere.db'), join(folder, 'copy.db'))).rejects.toThrow(/open/);
});

test('a log that another server left behind is never mixed into what is restored', () => {
  const file = join(folder, 'restored.db');
  expect(() => {
    demandNoTemporalFile(file);
  }).not.toThrow();
  writeFileSync(`${file}-wal`, 'of another');
  expect(() => {
    demandNoTemporalFile(file);
  }).toThrow(expect.objectContaining({ code: 'RESTORE_TEMPORAL_THERE', details: { file: `${file}-wal` } }));
});

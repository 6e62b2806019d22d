import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Book } from './book.js';
import { STEPS } from './schema.js';

let dir: string;
beforeEach(async () => (dir = await mkdtemp(join(tmpdir(), 'book-'))));
afterEach(() => rm(dir, { recursive: true }));

it('brings up books that were opened before orders had blocks', () => {
  const old = new DatabaseSync(join(dir, 'bank.sqlite'));
  old.exec(STEPS[0] ?? '');
  old.exec(`INSERT INTO payment_order VALUES ('M1', '2023-03-02', 1, 400000, '2023-03-01');
            INSERT INTO instruction (message_id, end_to_end_id, account_number, amount_rupiah, fate, habit, timing)
            VALUES ('M1', 'E1', '123', 400000, 0, 0, 0);`);
  old.close();
  for (const opening of [1, 2]) {
    const book = new Book(dir);
    const found = book.db
      .prepare(
        `SELECT end_to_end_id AS id, payment_information_id AS block, execution_date AS day
                  FROM instruction JOIN payment_block USING (message_id) WHERE position = block`,
      )
      .all();
    expect([opening, found.map((row) => ({ ...row }))]).toEqual([
      opening,
      [{ id: 'E1', block: 'M1', day: '2023-03-02' }],
    ]);
    book.close();
  }
});

it('puts a job that failed behind the others, and writes the same moment when it runs again', () => {
  const book = new Book(dir);
  book.promise('usage', { messageId: 'M1' }, 1);
  book.promise('usage', { messageId: 'M2' }, 2);
  const first = book.nextJob(10);
  if (!first) throw new Error('no job');
  book.postpone(first, 5);
  expect(JSON.parse(book.nextJob(10)?.subject ?? '')).toMatchObject({ messageId: 'M2' });
  expect(JSON.parse(first.subject)).toEqual({ messageId: 'M1', at: new Date(1).toISOString() });
  book.close();
});

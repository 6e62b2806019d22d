import pg from 'pg';
import { PaymentOrderRepository, type PaymentOrderRow, PersonVault } from '#persistence';
import type { BenchDatabase } from '../bench-database.js';
import type { Seeded } from '../seed.js';

export const vault = new PersonVault({ dataKey: Buffer.alloc(32, 1), indexKey: Buffer.alloc(32, 2) });
const BENEFIT = 400_000;
/** The bank was sent this order, and has said nothing yet. */
const MESSAGE = 'AMN-BENCH000000000000000';

const PERSON = {
  ...{ nik: '3275044101800001', kk: '3275040101800001', fullName: 'KELUARGA CONTOH', accountNumber: '1234567890' },
};

/** An order of so many instructions, as it stands when the treasurer has released it; nothing of it is timed. */
export async function seedOrder(
  { ownerUrl, database }: BenchDatabase,
  { periodId }: Seeded,
  instructions: number,
): Promise<PaymentOrderRow> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    // Rows as the product leaves them, without the way on which they came there.
    await client.query('set session_replication_role = replica');
    await client.query(
      `insert into roster_row (roster_id, roster_file_id, row_number, kpm_code, kelurahan_code, nik_hash, account_hash, sealed, state)
       select $1, $1, n, n::text, '32.75.02.100' || n % 5, sha256(n::text::bytea), sha256(('a' || n)::bytea), $2, 'valid'
         from generate_series(1, $3::int) n`,
      [periodId, vault.seal(PERSON as never), instructions],
    );
    await client.query(
      `insert into roster (id, period_id, city_code, version, state, created_at) values ($1, $1, '32.75', 1, 'endorsed', now())`,
      [periodId],
    );
    await client.query(
      `insert into decree (id, period_id, city_code, roster_id, version, state, families, amount_rupiah, excluded, list_hash, created_at)
       values ($1, $1, '32.75', $1, 1, 'ratified', $2::int, $2::bigint * $3::bigint, '{}', '-', now())`,
      [periodId, instructions, BENEFIT],
    );
    await client.query(
      `insert into payment_order (period_id, city_code, decree_id, message_id, families, amount_rupiah, list_hash, state,
                                  execution_on, created_at, sent_at)
       values ($1, '32.75', $1, $2, $3::int, $3::bigint * $4::bigint, '-', 'sent', '2023-03-10', now(), now())`,
      [periodId, MESSAGE, instructions, BENEFIT],
    );
    await client.query(
      `insert into entitlement (period_id, city_code, decree_id, roster_row_id, kpm_code, kelurahan_code, purpose, nik_hash,
                                account_hash, amount_rupiah, state, order_id, end_to_end_id)
       select $1, '32.75', $1, f.id, f.kpm_code, f.kelurahan_code, 'sembako', f.nik_hash, f.account_hash, $2, 'ordered', o.id,
              'AMN' || lpad(f.id::text, 24, '0')
         from roster_row f, payment_order o order by f.id`,
      [periodId, BENEFIT],
    );
    await client.query('analyze');
  } finally {
    await client.end();
  }
  const order = await new PaymentOrderRepository(database.manager).ofMessage(MESSAGE);
  if (order === undefined) throw new Error('the seeded order is there');
  return order;
}

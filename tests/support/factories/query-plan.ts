import type { EntityManager } from 'typeorm';

interface Requested {
  readonly sql: string;
  readonly parameters: unknown[];
}

/** How PostgreSQL would run what `work` asks: the plans of its queries, one after another. */
export async function planOf(
  manager: EntityManager,
  work: (manager: EntityManager) => Promise<unknown>,
): Promise<string> {
  const requested: Requested[] = [];
  const listening = Object.create(manager) as EntityManager;
  listening.query = ((sql: string, parameters: unknown[] = []) => {
    requested.push({ sql, parameters });
    return manager.query(sql, parameters);
  }) as EntityManager['query'];
  // Prepared statements go to the connection itself.
  const connect = () =>
    Promise.resolve({
      query: async ({ text, values }: { readonly text: string; readonly values: unknown[] }) => ({
        rows: await listening.query<unknown>(text, values),
      }),
    });
  Object.defineProperty(listening, 'queryRunner', { value: { connect } });
  await work(listening);
  const plans = await Promise.all(
    requested.map(({ sql, parameters }) => manager.query<{ 'QUERY PLAN': string }[]>(`explain ${sql}`, parameters)),
  );
  return plans.flatMap((rows) => rows.map((row) => row['QUERY PLAN'])).join('\n');
}

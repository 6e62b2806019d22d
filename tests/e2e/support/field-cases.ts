import { CaseRepository, createDataSource, PersonVault, rowsOf } from '#persistence';
import { someCases } from '../../support/factories/cases.js';
import { aPerson } from '../../support/factories/families.js';
import { countAfter } from '../../support/factories/sequence.js';
import type { RunningSystem } from '../../support/servers/test-system.js';

const DAYS = { visit: '2099-05-30', decide: '2099-06-13', start: null };

/** Runs something in the database of the system. */
export async function inDatabase<Answer>(
  { databaseUrl }: RunningSystem,
  work: (database: Awaited<ReturnType<typeof createDataSource>>) => Promise<Answer>,
): Promise<Answer> {
  const database = await createDataSource(databaseUrl, 2).initialize();
  try {
    return await work(database);
  } finally {
    await database.destroy();
  }
}

/** Cases of a kelurahan that wait for a visit, of families whose records open, spread over ten RT. Returns their ids. */
export async function casesToVisit(
  system: RunningSystem,
  families: number,
  kelurahanCode: string,
): Promise<readonly string[]> {
  const keyOf = (name: string): Buffer => Buffer.from(system.environment[name] ?? '', 'base64');
  const vault = new PersonVault({ dataKey: keyOf('AMANAH_DATA_KEY'), indexKey: keyOf('AMANAH_INDEX_KEY') });
  return inDatabase(system, async (database) => {
    const [{ last } = { last: 0 }] = await database.query<{ last: number }[]>(
      `select coalesce(max(substring(username from '[.](\\d+)$')::bigint), 0)::int as last from officer where username ~ '[.]\\d{1,4}$'`,
    );
    countAfter(last);
    const { caseIds, deskIds, periodId } = await someCases(database, families);
    const rows = await rowsOf<{ id: string }>(
      database.manager,
      'select roster_row_id as id from entitlement where period_id = $1 order by id',
      [periodId],
    );
    for (const [at, { id }] of rows.entries()) {
      const person = aPerson({ fullName: `KELUARGA CONTOH ${at + 1}`, address: `JL. CONTOH NO. ${at + 1}` });
      await database.query('update roster_row set sealed = $2 where id = $1', [id, vault.seal(person)]);
    }
    await database.query(
      `update follow_up_case c set kelurahan_code = $2, rt_rw = '00' || n.at % 10 || '/001'
         from (select id, row_number() over (order by entitlement_id) as at from follow_up_case where id = any($1)) n
        where n.id = c.id`,
      [caseIds, kelurahanCode],
    );
    for (const deskId of deskIds) await new CaseRepository(database.manager).openTasks(deskId, DAYS);
    return caseIds;
  });
}

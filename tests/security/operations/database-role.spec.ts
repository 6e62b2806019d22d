import { createDataSource, hasOwnersRights, migrate, rowsOf } from '#persistence';
import { refuseOwnersRole } from '#application';
import { useDatabase } from '../../support/factories/use-database.js';
import { emptyDatabase, testDatabase } from '../../support/servers/test-database.js';

const database = useDatabase();

const tables = async (): Promise<string[]> => {
  const rows = await rowsOf<{ name: string }>(
    database.manager,
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
  );
  return rows.map(({ name }) => name);
};

const refusals = async (statements: readonly string[]): Promise<string[]> => {
  const allowed: string[] = [];
  for (const statement of statements) {
    const refusal = await database.manager.query(statement).then(
      () => 'done',
      (error: unknown) => (error as Error).message,
    );
    if (!/^(permission denied|must be (owner|superuser))/.test(refusal)) allowed.push(`${statement}: ${refusal}`);
  }
  return allowed;
};

/** Written from PostgreSQL's catalogue, not from our list: a table that is added later is asked, too. */
test('no table is truncated, altered, dropped or freed of its triggers by the application', async () => {
  const all = await tables();
  expect(all.length).toBeGreaterThan(50);
  const statements = all.flatMap((table) => [
    `truncate ${table}`,
    `alter table ${table} disable trigger all`,
    `alter table ${table} add column sneaked text`,
    `drop table ${table} cascade`,
    `create trigger sneaked after insert on ${table} for each row execute function announce_period()`,
  ]);
  expect(await refusals(statements)).toEqual([]);
});

test('records are neither changed nor deleted, and nothing is deleted but from what rows leave again', async () => {
  const records = await rowsOf<{ name: string }>(
    database.manager,
    `select tgrelid::regclass::text as name from pg_trigger where tgname = 'append_only' order by 1`,
  );
  const names = records.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining([
      'audit_entry',
      'bank_answer',
      'ledger_transaction',
      'posting',
      'signature',
      'task_decision',
      'task_event',
    ]),
  );
  const leave = [
    'allocation',
    'attempt',
    'inbox_filter',
    'officer_activation',
    'officer_passkey',
    'officer_second_factor',
    'passkey_challenge',
    'roster_file',
    'roster_row',
    'task_watch',
  ];
  const kept = (await tables()).filter((table) => !leave.includes(table));
  expect(kept).toEqual(expect.arrayContaining(names));
  const columns = await rowsOf<{ table: string; column: string }>(
    database.manager,
    `select c.table_name as table, min(c.column_name) as column from information_schema.columns c
      where c.table_schema = 'public' and c.table_name = any($1) and c.is_identity = 'NO' group by 1`,
    [names],
  );
  expect(columns).toHaveLength(names.length);
  expect(
    await refusals([
      ...kept.map((table) => `delete from ${table}`),
      ...columns.map(({ table, column }) => `update ${table} set ${column} = ${column}`),
    ]),
  ).toEqual([]);
});

test('what was adopted, frozen or received stays as it was: only its end is written', async () => {
  expect(
    await refusals([
      `update approval_policy set bands = '[]'`,
      `update freeze_period set valid_to = '2020-01-01'`,
      `update bank_file set sha256 = ''`,
      `update migrations set name = ''`,
    ]),
  ).toEqual([]);
});

test('no way leads round the tables: no program, no file, no replica, no role, no rule of the server', async () => {
  expect(
    await refusals([
      `copy (select 1) to program 'id'`,
      `copy audit_entry from '/etc/passwd'`,
      `select pg_read_file('/etc/passwd')`,
      `set session_replication_role = replica`,
      `create role sneaked superuser`,
      `alter role current_user superuser`,
      `set role amanah`,
      `create table sneaked ()`,
      `create function sneaked() returns int language sql as 'select 1'`,
      `alter function refuse_change() rename to sneaked`,
      `create or replace function refuse_change() returns trigger language plpgsql as 'begin return null; end'`,
      `drop function refuse_change() cascade`,
      `create schema sneaked`,
      `create extension dblink`,
      `alter system set fsync = off`,
      `select setval('bank_file_number_seq', 1)`,
      `insert into migrations (timestamp, name) values (1, 'sneaked')`,
      `select pg_terminate_backend(pid) from pg_stat_activity where usesysid = 10 limit 1`,
    ]),
  ).toEqual([]);
});

test('the application owns nothing and is nobody powerful', async () => {
  const [role] = await rowsOf<Record<string, unknown>>(
    database.manager,
    `select rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls,
            (select count(*)::int from pg_class where relowner = r.oid and relpersistence <> 't') as owned,
            (select count(*)::int from pg_auth_members where member = r.oid) as memberships
       from pg_roles r where rolname = current_user`,
  );
  expect(role).toEqual({
    rolsuper: false,
    rolcreaterole: false,
    rolcreatedb: false,
    rolreplication: false,
    rolbypassrls: false,
    owned: 0,
    memberships: 0,
  });
});

test('who would serve or work as the owner is refused, and so is a migration as the application', async () => {
  const owned = await testDatabase();
  const asOwner = await createDataSource(owned.ownerUrl, 1).initialize();
  expect(await hasOwnersRights(asOwner.manager)).toBe(true);
  await expect(refuseOwnersRole(asOwner)).rejects.toThrow('DATABASE_OWNER_URL');
  await expect(refuseOwnersRole(database.source)).resolves.toBeUndefined();
  await expect(migrate(owned.url)).rejects.toThrow('DATABASE_OWNER_URL');
  await asOwner.destroy();
  await owned.drop();
});

test('a powerful role is none for the application, and an owner that is no superuser migrates', async () => {
  const made = await emptyDatabase();
  const administrator = await createDataSource(made.url, 1).initialize();
  const [owner, application] = ['plain_owner', 'plain_application'].map((role) => `${role}_${process.pid}`);
  try {
    await administrator.query(`create role ${owner} login createrole password 'o'`);
    await administrator.query(`alter database ${new URL(made.url).pathname.slice(1)} owner to ${owner}`);
    const as = (role = '', password = '') => Object.assign(new URL(made.url), { username: role, password }).href;
    await expect(migrate(as(owner, 'o'), made.url)).rejects.toThrow('superuser');
    await migrate(as(owner, 'o'), as(application, 'first'));
    // A password that was changed in the address is the role's from the next migration on.
    await migrate(as(owner, 'o'), as(application, 'second'));
    const signedIn = await createDataSource(as(application, 'second'), 1).initialize();
    await expect(signedIn.query('select 1 from audit_entry')).resolves.toEqual([]);
    await expect(signedIn.query('delete from audit_entry')).rejects.toThrow('permission denied');
    await signedIn.destroy();
  } finally {
    await administrator.query(`drop owned by ${application}; drop role ${application}`);
    await administrator.query(`reassign owned by ${owner} to current_user; drop owned by ${owner}; drop role ${owner}`);
    await administrator.destroy();
    await made.drop();
  }
});

import { migrate } from '#persistence';
import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface EmptyDatabase {
  /** Signs in as the owner, whose business migrations are. */
  readonly url: string;
  /** Removes the database with whatever is still connected to it; a repeat does nothing. */
  drop(): Promise<void>;
}

export interface TestDatabase extends EmptyDatabase {
  /** Signs in as the application does: what it may not do, no spec does by accident. */
  readonly url: string;
  /** Signs in as the owner of the schema, for specs that change tables or corrupt what the application could not. */
  readonly ownerUrl: string;
}

const APPLICATION = { user: 'amanah_app', password: 'test' };

const TEMPLATE = 'amanah_template';

/** One number for everybody who may create the template: the first does, the others wait and find it. */
const TEMPLATE_LOCK = 7_240_001;

/** A database of its own for one spec file: migrated once per run, then copied in milliseconds. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `spec_${randomBytes(6).toString('hex')}`;
  await administer(async (client) => {
    await ensureTemplate(client);
    await client.query(`create database ${name} template ${TEMPLATE}`);
  });
  return { url: applicationUrlOf(name), ownerUrl: urlOf(name), drop: () => drop(name) };
}

/** A database without any table, for specs of the migrations themselves. */
export async function emptyDatabase(): Promise<EmptyDatabase> {
  const name = `spec_${randomBytes(6).toString('hex')}`;
  await administer((client) => client.query(`create database ${name}`));
  return { url: urlOf(name), drop: () => drop(name) };
}

async function drop(name: string): Promise<void> {
  await administer((client) => client.query(`drop database if exists ${name} with (force)`));
}

async function ensureTemplate(client: pg.Client): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [TEMPLATE]);
    if (rowCount === 0) await createTemplate(client);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

/** Migrated under another name first: a migration that fails must fail every spec, not only the first. */
async function createTemplate(client: pg.Client): Promise<void> {
  const unfinished = `${TEMPLATE}_unfinished`;
  await client.query(`drop database if exists ${unfinished} with (force)`);
  await client.query(`create database ${unfinished}`);
  await migrate(urlOf(unfinished), applicationUrlOf(unfinished));
  await client.query(`alter database ${unfinished} rename to ${TEMPLATE}`);
}

async function administer(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function applicationUrlOf(database: string): string {
  const url = new URL(urlOf(database));
  url.username = APPLICATION.user;
  url.password = APPLICATION.password;
  return url.href;
}

function urlOf(database: string): string {
  const url = new URL(required('AMANAH_TEST_POSTGRES'));
  url.pathname = `/${database}`;
  return url.href;
}

function required(variable: string): string {
  const value = process.env[variable];
  if (value === undefined) throw new Error(`${variable} is not set: this suite has no globalSetup`);
  return value;
}

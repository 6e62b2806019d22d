import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { rowOf } from '../shared/unit-of-work.js';

const ROUNDS = 4096;

interface Standing {
  readonly mayMakeRoles: boolean;
  readonly isThere: boolean;
  readonly isPowerful: boolean;
}

/**
 * Makes the role that an address of the application signs in as, or gives it the address's password, where the owner
 * may make roles; where not, somebody else has made it. Refuses one that could do what only the owner does.
 */
export async function ensureApplicationRole(manager: EntityManager, url: string): Promise<string> {
  const { username, password } = new URL(url);
  const role = decodeURIComponent(username);
  const standing = await standingOf(manager, role);
  if (standing.isPowerful) {
    throw new Error(
      `DATABASE_URL signs in as ${role}, which is a superuser or stands in for the owner: name another role.`,
    );
  }
  if (!standing.isThere && !standing.mayMakeRoles) {
    throw new Error(`The role ${role} of DATABASE_URL is not there, and the owner may make no roles: create it first.`);
  }
  if (standing.mayMakeRoles) {
    const [{ statement } = { statement: '' }] = await manager.query<{ statement: string }[]>(
      `select format($3, $1::text, $2::text) as statement`,
      [
        role,
        verifierOf(decodeURIComponent(password)),
        `${standing.isThere ? 'alter' : 'create'} role %I login password %L`,
      ],
    );
    await manager.query(statement);
  }
  return role;
}

async function standingOf(manager: EntityManager, role: string): Promise<Standing> {
  const row = await rowOf<Standing>(
    manager,
    `select me.rolsuper or me.rolcreaterole as "mayMakeRoles", it.oid is not null as "isThere",
            coalesce(it.rolsuper or it.rolcreaterole or it.rolbypassrls or pg_has_role(it.oid, me.oid, 'member'), false) as "isPowerful"
       from pg_roles me left join pg_roles it on it.rolname = $1 where me.rolname = current_user`,
    [role],
  );
  return row ?? { mayMakeRoles: false, isThere: false, isPowerful: false };
}

/** What the server keeps of a password (RFC 5803), so that the password itself stands in no log of statements. */
function verifierOf(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, ROUNDS, 32, 'sha256');
  const keyed = (text: string) => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${ROUNDS}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`;
}

/** Whether this connection could switch triggers off or alter tables: as a superuser, or as an owner of one of them. */
export async function hasOwnersRights(manager: EntityManager): Promise<boolean> {
  const row = await rowOf<{ has: boolean }>(
    manager,
    `select rolsuper or exists (select from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
                                   and pg_has_role(current_user, c.relowner, 'member')) as has
       from pg_roles where rolname = current_user`,
  );
  return row?.has === true;
}

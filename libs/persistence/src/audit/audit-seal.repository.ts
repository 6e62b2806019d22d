import type { EntityManager } from 'typeorm';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

const LOCK_NOT_AVAILABLE = '55P03';

/** A seal as it stands; hashes as hexadecimal digits. */
export interface AuditSealRow {
  number: number;
  firstId: string;
  lastId: string;
  entries: number;
  root: string;
  previous: string;
  hash: string;
  sealedAt: string;
  signature: string | null;
}

const COLUMNS = `number::int as number, first_id as "firstId", last_id as "lastId", entries, encode(root, 'hex') as root,
  encode(previous, 'hex') as previous, encode(hash, 'hex') as hash, signature,
  to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "sealedAt"`;

export class AuditSealRepository {
  constructor(private readonly manager: EntityManager) {}

  /** One sealer at a time, until the end of the transaction. */
  async lock(): Promise<void> {
    await this.manager.query(`select pg_advisory_xact_lock(hashtext('amanah-audit-seal'))`);
  }

  /** The highest id below which no entry is still to come; undefined while somebody is writing, or where there is none. */
  async horizon(): Promise<string | undefined> {
    try {
      const row = await rowOf<{ id: string | null }>(this.manager, 'select audit_horizon() as id');
      return row?.id ?? undefined;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE) return undefined;
      throw error;
    }
  }

  async last(): Promise<AuditSealRow | undefined> {
    return rowOf(this.manager, `select ${COLUMNS} from audit_seal order by number desc limit 1`);
  }

  async find(number: number): Promise<AuditSealRow | undefined> {
    return rowOf(this.manager, `select ${COLUMNS} from audit_seal where number = $1`, [number]);
  }

  /** The hashes of entries behind `afterId`, up to the horizon, in their order (RFC 6962: 0x00, then the entry's text). */
  async leaves(afterId: string | undefined, horizon: string, limit: number): Promise<{ id: string; leaf: Buffer }[]> {
    return rowsOf(
      this.manager,
      `select a.id, sha256('\\x00'::bytea || convert_to(audit_line(a), 'UTF8')) as leaf from audit_entry a
        where ($1::bigint is null or a.id > $1) and a.id <= $2 order by a.id limit $3`,
      [afterId ?? null, horizon, limit],
    );
  }

  /** Adds seals with their leaves, in one statement. */
  async add(seals: readonly (AuditSealRow & { readonly leaves: Buffer })[]): Promise<void> {
    const column = <Name extends keyof (typeof seals)[number]>(name: Name) => seals.map((seal) => seal[name]);
    const bytes = (name: 'root' | 'previous' | 'hash') => seals.map((seal) => Buffer.from(seal[name], 'hex'));
    await this.manager.query(
      `insert into audit_seal (number, first_id, last_id, entries, leaves, root, previous, hash, signature, sealed_at)
       select * from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::int[], $5::bytea[], $6::bytea[], $7::bytea[],
                            $8::bytea[], $9::text[], $10::timestamptz[])`,
      [
        ...[column('number'), column('firstId'), column('lastId'), column('entries'), column('leaves')],
        ...[bytes('root'), bytes('previous'), bytes('hash'), column('signature'), column('sealedAt')],
      ],
    );
  }

  /** A page of seals with their leaves, from behind `afterNumber`. */
  async page(afterNumber: number, limit: number): Promise<(AuditSealRow & { leaves: Buffer })[]> {
    return rowsOf(
      this.manager,
      `select ${COLUMNS}, leaves from audit_seal where number > $1 order by number limit $2`,
      [afterNumber, limit],
    );
  }

  /** The texts of entries behind `afterId`, up to `lastId` where it is given, in their order. */
  async lines(
    afterId: string | undefined,
    lastId: string | undefined,
    limit: number,
  ): Promise<{ id: string; line: string }[]> {
    return rowsOf(
      this.manager,
      `select a.id, audit_line(a) as line from audit_entry a
        where ($1::bigint is null or a.id > $1) and ($2::bigint is null or a.id <= $2) order by a.id limit $3`,
      [afterId ?? null, lastId ?? null, limit],
    );
  }
}

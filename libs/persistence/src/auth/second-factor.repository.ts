import type { EntityManager } from 'typeorm';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

export interface SecondFactorRow {
  readonly secretSealed: Buffer;
  /** A first code has proved it; until then it asks for nothing. */
  readonly isConfirmed: boolean;
  readonly recoveryLeft: number;
}

/** Second factors of officers. What lets in once is taken by one statement, so that of two at once one gets in. */
export class SecondFactorRepository {
  constructor(private readonly manager: EntityManager) {}

  async find(officerId: string): Promise<SecondFactorRow | undefined> {
    return rowOf<SecondFactorRow>(
      this.manager,
      `select secret_sealed as "secretSealed", confirmed_at is not null as "isConfirmed", cardinality(recovery_hashes) as "recoveryLeft"
         from officer_second_factor where officer_id = $1`,
      [officerId],
    );
  }

  /** A secret that is to be confirmed; false where a confirmed one is there, which stays. */
  async begin(officerId: string, secretSealed: Buffer): Promise<boolean> {
    const row = await rowOf(
      this.manager,
      `insert into officer_second_factor (officer_id, secret_sealed) values ($1, $2)
       on conflict (officer_id) do update set secret_sealed = excluded.secret_sealed, last_step = 0, created_at = now()
        where officer_second_factor.confirmed_at is null returning 1`,
      [officerId, secretSealed],
    );
    return row !== undefined;
  }

  /** The app has the secret. False where it was confirmed before. */
  async confirm(officerId: string, step: number, recoveryHashes: readonly Buffer[]): Promise<boolean> {
    const row = await rowOf(
      this.manager,
      `update officer_second_factor set confirmed_at = now(), last_step = $2, recovery_hashes = $3
        where officer_id = $1 and confirmed_at is null returning 1`,
      [officerId, step, recoveryHashes],
    );
    return row !== undefined;
  }

  /** Takes the code of a time step; false where that or a later one was taken before. */
  async take(officerId: string, step: number): Promise<boolean> {
    const sql = `update officer_second_factor set last_step = $2
      where officer_id = $1 and confirmed_at is not null and last_step < $2 returning 1`;
    return (await rowsOf(this.manager, sql, [officerId, step])).length > 0;
  }

  /** Takes a recovery code; false where there is none such. */
  async takeRecovery(officerId: string, hash: Buffer): Promise<boolean> {
    const sql = `update officer_second_factor set recovery_hashes = array_remove(recovery_hashes, $2::bytea)
      where officer_id = $1 and confirmed_at is not null and $2::bytea = any(recovery_hashes) returning 1`;
    return (await rowsOf(this.manager, sql, [officerId, hash])).length > 0;
  }

  async remove(officerId: string): Promise<void> {
    await this.manager.query('delete from officer_second_factor where officer_id = $1', [officerId]);
  }

  /** The session has proved now who uses it. */
  async prove(sessionId: string): Promise<void> {
    await this.manager.query('update session set proved_at = now() where id = $1', [sessionId]);
  }
}

import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { STEPS } from './schema.js';

/** A file to be made for the outbox, promised in the same transaction as what it reports. */
export interface Job {
  readonly id: number;
  readonly kind: JobKind;
  /** What it is about, as JSON text that the job's maker understands. */
  readonly subject: string;
}

export type JobKind =
  'acknowledge' | 'first-status' | 'second-status' | 'whole-refusal' | 'movements' | 'usage' | 'return' | 'refusal';

/**
 * The bank's books on disk. Whatever is committed survives the death of the process, and files that answer it are
 * kept as jobs until they are written, so that a restart goes on where it stopped.
 */
export class Book {
  readonly db: DatabaseSync;

  constructor(stateDir: string) {
    this.db = new DatabaseSync(join(stateDir, 'bank.sqlite'));
    this.db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
    this.bringUp();
  }

  private bringUp(): void {
    const done = Number(this.db.prepare('PRAGMA user_version').get()?.['user_version']);
    STEPS.slice(done).forEach((step, index) => {
      this.db.exec(`BEGIN; ${step} PRAGMA user_version = ${done + index + 1}; COMMIT;`);
    });
  }

  /** All or nothing, across awaits: the job runner does one thing at a time, so transactions never mingle. */
  async transaction<Result>(work: () => Promise<Result>): Promise<Result> {
    this.db.exec('BEGIN IMMEDIATE');
    try {
      const result = await work();
      this.db.exec('COMMIT');
      return result;
    } catch (error) {
      this.db.exec('ROLLBACK');
      throw error;
    }
  }

  hasArrived(key: string): boolean {
    return this.db.prepare('SELECT 1 FROM arrival WHERE key = ?').get(key) !== undefined;
  }

  /** Inside the transaction that acts on the file, so that it is acted on once. */
  noteArrival(key: string): void {
    this.db.prepare('INSERT INTO arrival (key) VALUES (?)').run(key);
  }

  /** The subject bears the moment too: a file written again after a crash says the same, its time included. */
  promise(kind: JobKind, subject: object, dueAt = Date.now()): void {
    const insert = this.db.prepare('INSERT INTO job (kind, subject, due_at) VALUES (?, ?, ?)');
    insert.run(kind, JSON.stringify({ at: new Date(dueAt).toISOString(), ...subject }), dueAt);
  }

  /** Puts a job that failed behind the others. */
  postpone(job: Job, dueAt: number): void {
    this.db.prepare('UPDATE job SET due_at = ? WHERE id = ?').run(dueAt, job.id);
  }

  /** The oldest job that is due. */
  nextJob(now: number): Job | undefined {
    const row = this.db
      .prepare('SELECT id, kind, subject FROM job WHERE done_at IS NULL AND due_at <= ? ORDER BY due_at, id LIMIT 1')
      .get(now);
    return row as unknown as Job | undefined;
  }

  finish(job: Job): void {
    this.db.prepare('UPDATE job SET done_at = ? WHERE id = ?').run(Date.now(), job.id);
  }

  close(): void {
    this.db.close();
  }
}

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportAudit, SealAudit } from '#application';
import { publicKeyOf, sealingKey } from '#files';
import type { UsedDatabase } from './use-database.js';

type TrailDatabase = Pick<UsedDatabase, 'source'> & Partial<Pick<UsedDatabase, 'asOwner'>>;

const KEY = Buffer.alloc(32, 9);
export const PUBLIC_KEY = publicKeyOf(sealingKey(KEY));

/** A trail that is sealed as the worker does, with its anchors in a folder of its own. */
export interface SealedTrail {
  readonly anchorDir: string;
  readonly anchors: string;
  seal(): Promise<number>;
  /** So many rows more, as acts write them. */
  grow(rows: number): Promise<void>;
  /** Changes what only the owner can, with the triggers off. */
  tamper(sql: string): Promise<void>;
  /** The exported trail as a file. */
  exported(change?: (lines: string[]) => string[]): Promise<string>;
}

export function aSealedTrail(database: TrailDatabase, key: Buffer<ArrayBuffer> | null = KEY): SealedTrail {
  const folder = mkdtempSync(join(tmpdir(), 'amanah-trail-'));
  const anchorDir = join(folder, 'anchors');
  let files = 0;
  return {
    anchorDir,
    anchors: join(anchorDir, 'amanah-anchors.ndjson'),
    seal: () => new SealAudit(database.source, { audit: { key: key ?? undefined, anchorDir } }).seal(),
    grow: async (rows) => {
      await database.source.query(
        `insert into audit_entry (officer_id, action, subject_type, subject_id, territory_code, details, request_id, occurred_at)
         select gen_random_uuid(), 'task.approved', 'task', n::text, '32.75', jsonb_build_object('outcome', 'approved', 'n', n),
                'req-' || n, programme_now() from generate_series(1, $1::int) n`,
        [rows],
      );
    },
    tamper: async (sql) =>
      database.asOwner?.(async (manager) => {
        await manager.query(`alter table audit_entry disable trigger all; alter table audit_seal disable trigger all`);
        await manager.query(sql);
        await manager.query(`alter table audit_entry enable trigger all; alter table audit_seal enable trigger all`);
      }),
    exported: async (change = (lines) => lines) => {
      const lines: string[] = [];
      for await (const line of exportAudit(database.source, key === null ? null : PUBLIC_KEY)) lines.push(line);
      const file = join(folder, `trail-${(files += 1)}.ndjson`);
      writeFileSync(file, `${change(lines).join('\n')}\n`);
      return file;
    },
  };
}

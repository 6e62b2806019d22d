import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Auditors look for an officer, a kind of act or a day among millions of rows. Days follow the ids, so a coarse index does. */
const UP = [
  'create index ix_audit_officer on audit_entry (officer_id, id)',
  'create index ix_audit_action on audit_entry (action, id)',
  'create index ix_audit_day on audit_entry using brin (occurred_at) with (pages_per_range = 32, autosummarize = on)',
];

export class AuditFilters1800000720000 implements MigrationInterface {
  name = 'AuditFilters1800000720000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}

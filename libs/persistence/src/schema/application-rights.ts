import type { EntityManager } from 'typeorm';
import { rowsOf } from '../shared/unit-of-work.js';

/** Tables that rows leave again: counters, codes, drafts and personal lists. From all others nothing is deleted. */
const ROWS_LEAVE = new Set([
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
]);

/** What was adopted or received stays as it was; only these columns are written afterwards. */
const ONLY_THESE_CHANGE: Readonly<Record<string, readonly string[]>> = {
  account_reset: ['state', 'decided_by', 'decided_at', 'decision_reason', 'used_at'],
  approval_policy: ['end_proposed_at', 'end_proposed_by', 'ended_at', 'ended_by'],
  bank_file: ['rows', 'summary'],
  card: [
    'family_id',
    'replaces_id',
    'state',
    'since',
    'reason',
    'reason_word_id',
    'is_confirmed',
    'until_on',
    'contradicted',
    'due_on',
    'told_on',
  ],
  card_file: ['rows', 'cards', 'words', 'refused'],
  card_case: ['due_on', 'closed_on', 'closed_for'],
  exchanged_file: ['file_id', 'is_repeat'],
  family_change: ['state', 'decided_by', 'decided_at', 'decision_reason'],
  family: ['nik_hash', 'nik_tail', 'kk_hash', 'account_hash', 'territory_code'],
  family_name: ['keys'],
  field_conflict: ['state', 'settled_at'],
  field_lease: ['expires_at', 'seen_at', 'skew_seconds', 'ended_at', 'ended_why', 'ended_by', 'reason'],
  spot_check: ['state', 'closed_by', 'closed_at'],
  spot_check_family: ['replaces_id'],
  alert: ['value', 'of_total', 'seen_on', 'ended_on'],
  alert_rule: ['ended_by', 'ended_at'],
  quota_change: ['state', 'ended_at', 'lapsed_for'],
  quota_change_line: ['before_families', 'after_families'],
  officer_identity: ['used_at', 'ended_at'],
  outreach_campaign: ['state', 'closed_by', 'closed_at'],
  outreach_invitation: ['attendance', 'noted_by', 'noted_at'],
  outreach_session: [
    ...['on_day', 'starts_at', 'place', 'speaker', 'materials', 'version'],
    ...['state', 'others', 'report_sealed', 'reason', 'ended_by', 'ended_at'],
  ],
  webhook_delivery: ['state', 'tries', 'is_urgent', 'next_attempt_at', 'closed_at'],
  webhook_endpoint: [...['state', 'cause', 'secret_sealed', 'former_sealed', 'former_until', 'given_up', 'away_since']],
  freeze_period: ['end_proposed_at', 'end_proposed_by', 'ended_at', 'ended_by'],
};

/** Written in bulk and read by joins right after: their figures must be taken in the same transaction (`analyze`). */
const ANALYSED = new Set(['bank_answer', 'entitlement', 'roster_row']);

interface Relation {
  readonly name: string;
  readonly kind: 'table' | 'view' | 'sequence';
  readonly isAppendOnly: boolean;
}

const RELATIONS = `
  select c.relname as name,
         case c.relkind when 'S' then 'sequence' when 'v' then 'view' else 'table' end as kind,
         exists (select from pg_trigger g where g.tgrelid = c.oid and g.tgname = 'append_only') as "isAppendOnly"
    from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'S')
     and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('e', 'i'))
   order by c.relname`;

/**
 * Grants a role what the application needs and takes whatever else it held: rows are read and added; changed where the
 * table is no record; deleted from ten tables. A table is a record when its trigger `append_only` says so, and is one
 * here, too. Nothing is owned, truncated or altered. Safe to repeat; what runs meanwhile sees old or new rights.
 */
export async function grantApplicationRights(manager: EntityManager, role: string): Promise<void> {
  const relations = await rowsOf<Relation>(manager, RELATIONS);
  const [{ statements } = { statements: [] }] = await rowsOf<{ statements: string[] }>(
    manager,
    `select array(select format(line, $1::text) from unnest($2::text[]) with ordinality l(line, at) order by at) as statements`,
    [role, [...BEFORE, ...relations.flatMap(rightsOn)]],
  );
  for (const statement of statements) await manager.query(statement);
  const [{ grant } = { grant: '' }] = await rowsOf<{ grant: string }>(
    manager,
    `select format('grant connect, temporary on database %I to %I', current_database(), $1::text) as grant`,
    [role],
  );
  await manager.query(grant);
}

const BEFORE = [
  'revoke create on schema public from public, %I',
  'grant usage on schema public to %I',
  'revoke all on all tables in schema public from %I',
  'revoke all on all sequences in schema public from %I',
];

function rightsOn({ name, kind, isAppendOnly }: Relation): string[] {
  if (kind === 'sequence') return [`grant usage on sequence ${name} to %I`];
  if (kind === 'view' || name === 'migrations') return [`grant select on ${name} to %I`];
  const columns = ONLY_THESE_CHANGE[name];
  const update = columns === undefined ? 'update' : `update (${columns.join(', ')})`;
  const rights = [
    'select',
    'insert',
    ...(isAppendOnly ? [] : [update]),
    ...(ROWS_LEAVE.has(name) ? ['delete'] : []),
    ...(ANALYSED.has(name) ? ['maintain'] : []),
  ];
  return [`grant ${rights.join(', ')} on ${name} to %I`];
}

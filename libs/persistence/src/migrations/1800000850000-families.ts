import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A family is a record of its own: every list that was sent is linked to it, those of before in the order in which they came. */
const UP = [
  `create sequence family_number start with 10000001`,
  `create table family (
     id bigint not null,
     nik_hash bytea not null,
     nik_tail text,
     kk_hash bytea,
     account_hash bytea,
     territory_code text not null,
     since timestamptz not null,
     constraint pk_family primary key (id),
     constraint uq_family_nik unique (nik_hash))`,
  `create index ix_family_kk on family (kk_hash)`,
  `create index ix_family_account on family (account_hash)`,
  `create index ix_family_place on family (territory_code text_pattern_ops, id)`,
  // No foreign keys: `link_families` alone writes it, and they would be half the time of linking a list.
  `create table family_listing (
     family_id bigint not null,
     roster_row_id bigint not null,
     linked_by text not null,
     constraint pk_family_listing primary key (family_id, roster_row_id),
     constraint uq_family_listing_row unique (roster_row_id),
     constraint family_listing_linked_by check (linked_by in ('new', 'nik', 'card')))`,
  `create table family_former_key (
     family_id bigint not null,
     kind text not null,
     hash bytea not null,
     until_row_id bigint not null,
     constraint pk_family_former_key primary key (kind, hash, family_id),
     constraint family_former_key_kind check (kind in ('nik', 'kk', 'account')),
     constraint fk_family_former_key_family_id foreign key (family_id) references family(id))`,
  `create table family_event (
     id bigint generated always as identity not null,
     family_id bigint not null,
     roster_row_id bigint not null,
     event text not null,
     other_family_id bigint,
     noted_at timestamptz not null,
     constraint pk_family_event primary key (id),
     constraint family_event_event check (event in ('card_changed', 'head_changed', 'card_shared')),
     constraint fk_family_event_family_id foreign key (family_id) references family(id),
     constraint fk_family_event_other_family_id foreign key (other_family_id) references family(id))`,
  `create index ix_family_event_family on family_event (family_id, id)`,
  ...['family_listing', 'family_event', 'family_former_key'].map(
    (table) => `create trigger append_only before update or delete or truncate on ${table}
      for each statement execute function refuse_change()`,
  ),
  `create trigger rows_stay before delete or truncate on family
     for each statement execute function refuse_change()`,
  // Two digits behind the number (ISO 7064 mod 97-10, as in an IBAN): one digit mistaken or two swapped is no code.
  `create function family_code(family bigint) returns text language sql immutable as $$
     select 'K-' || substr(lpad(family::text, 8, '0'), 1, 4) || '-' || substr(lpad(family::text, 8, '0'), 5) || '-'
            || lpad((98 - family * 100 % 97)::text, 2, '0') $$`,
];

/**
 * Links the rows of a list. In this order: the NIK is a family's; the card is that of one family of this city which is not
 * on the list, and of one row (a new head); else a new family. What that changes in a family is noted. Rows that are on no list
 * (invalid, duplicate) are linked by NIK and change nothing. A row that is linked stays so.
 */
export const LINK = `
  create function link_families(list uuid) returns table (listed bigint, made bigint) language plpgsql as $$
  declare
    city text := (select city_code from roster where id = list);
  begin
    -- One list at a time, or two cities would make one family twice.
    perform pg_advisory_xact_lock(hashtextextended('link_families', 0));
    create temp table if not exists listed_family (row_id bigint, nik_hash bytea, nik_tail text, kk_hash bytea,
      account_hash bytea, territory_code text, family_id bigint, linked_by text, is_other boolean) on commit drop;
    truncate listed_family;
    insert into listed_family
    select r.id, r.nik_hash, r.nik_tail, r.kk_hash, r.account_hash, coalesce(r.kelurahan_code, city), f.id,
           case when f.id is not null then 'nik' end,
           f.id is not null and (f.kk_hash, f.account_hash, f.territory_code) is distinct from
             (coalesce(r.kk_hash, f.kk_hash), coalesce(r.account_hash, f.account_hash), coalesce(r.kelurahan_code, city))
      from roster_row r left join family f on f.nik_hash = r.nik_hash
     where r.roster_id = list and r.state in ('valid', 'warning') and r.nik_hash is not null
       and not exists (select from family_listing x where x.roster_row_id = r.id);
    analyze listed_family;
    update listed_family l set family_id = c.family_id, linked_by = 'card', is_other = true
      from (select alone.kk_hash, min(f.id) as family_id
              from (select kk_hash from listed_family where family_id is null and kk_hash is not null
                     group by kk_hash having count(*) = 1) alone
              join family f on f.kk_hash = alone.kk_hash
             where (f.territory_code = city or f.territory_code like city || '.%')
               and not exists (select from listed_family t where t.family_id = f.id)
             group by alone.kk_hash having count(*) = 1) c
     where l.family_id is null and l.kk_hash = c.kk_hash;
    -- Numbers are given in the order of the list.
    update listed_family l set linked_by = 'new', family_id = n.family_id
      from (select row_id, nextval('family_number') as family_id
              from (select row_id from listed_family where family_id is null order by row_id) o) n
     where l.row_id = n.row_id;
    insert into family_event (family_id, roster_row_id, event, noted_at)
    select f.id, l.row_id, case when l.linked_by = 'card' then 'head_changed' else 'card_changed' end, programme_now()
      from listed_family l join family f on f.id = l.family_id
     where l.is_other and (l.linked_by = 'card' or (l.kk_hash is not null and f.kk_hash <> l.kk_hash));
    insert into family_former_key (family_id, kind, hash, until_row_id)
    select f.id, k.kind, k.before, l.row_id
      from listed_family l join family f on f.id = l.family_id
     cross join lateral (values ('nik', f.nik_hash, l.nik_hash), ('kk', f.kk_hash, l.kk_hash),
                                ('account', f.account_hash, l.account_hash)) k(kind, before, after)
     where l.is_other and k.before <> k.after
        on conflict do nothing;
    update family f set nik_hash = l.nik_hash, nik_tail = l.nik_tail, kk_hash = coalesce(l.kk_hash, f.kk_hash),
           account_hash = coalesce(l.account_hash, f.account_hash), territory_code = l.territory_code
      from listed_family l
     where l.family_id = f.id and l.is_other;
    insert into family (id, nik_hash, nik_tail, kk_hash, account_hash, territory_code, since)
    select family_id, nik_hash, nik_tail, kk_hash, account_hash, territory_code, programme_now()
      from listed_family where linked_by = 'new' order by family_id;
    insert into family_event (family_id, roster_row_id, event, other_family_id, noted_at)
    select l.family_id, l.row_id, 'card_shared', min(o.id), programme_now()
      from listed_family l join family o on o.kk_hash = l.kk_hash and o.id <> l.family_id
     where l.linked_by = 'new'
     group by l.family_id, l.row_id;
    insert into family_listing (family_id, roster_row_id, linked_by)
    select family_id, row_id, linked_by from listed_family order by row_id;
    insert into family_listing (family_id, roster_row_id, linked_by)
    select f.id, r.id, 'nik'
      from roster_row r join family f on f.nik_hash = r.nik_hash
     where r.roster_id = list and r.state not in ('valid', 'warning')
       and not exists (select from family_listing x where x.roster_row_id = r.id);
    return query select count(*), count(*) filter (where linked_by = 'new') from listed_family;
  end $$`;

const LINK_EARLIER = `
  do $$
  declare
    list uuid;
  begin
    for list in select id from roster where state <> 'draft' order by created_at, id loop
      perform link_families(list);
    end loop;
  end $$`;

export class Families1800000850000 implements MigrationInterface {
  name = 'Families1800000850000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...UP, LINK, LINK_EARLIER]) await runner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}

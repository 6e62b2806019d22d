import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every file that passed between us and those who pay, each time that it did. */
const UP = [
  `create table exchanged_file (
     id bigint generated always as identity not null,
     direction text not null,
     name text not null,
     mailbox text,
     kind text not null,
     order_id uuid,
     file_id uuid,
     is_repeat boolean default false not null,
     sha256 text,
     rows integer,
     passed_at timestamptz not null,
     written_at timestamptz,
     constraint pk_exchanged_file primary key (id),
     constraint uq_exchanged_file unique nulls not distinct (direction, mailbox, name, written_at),
     constraint exchanged_file_direction check (direction in ('in', 'out')),
     constraint exchanged_file_kind check (kind in ('order', 'usage_request', 'return_order') = (direction = 'out')
       and (direction = 'out' or kind in ('status', 'usage', 'return', 'unknown'))),
     constraint fk_exchanged_file_order foreign key (order_id) references payment_order(id),
     constraint fk_exchanged_file_content foreign key (file_id) references bank_file(id))`,
  `create index ix_exchanged_file_order on exchanged_file (order_id)`,
  `create index ix_exchanged_file_content on exchanged_file (file_id)`,
  // What is known of files that passed before: not the questions about use, nor what came twice.
  `insert into exchanged_file (direction, name, mailbox, kind, order_id, file_id, sha256, rows, passed_at, written_at)
   select direction, name, mailbox, kind, order_id, file_id, nullif(sha256, ''), rows, passed_at, written_at
     from (select 'in' as direction, f.name, case when o.id is not null then coalesce(a.mailbox, 'bank') end as mailbox,
                  case when f.refusal_code = 'BANK_FILE_NAME' then 'unknown' else f.kind end as kind, f.order_id, f.id as file_id,
                  f.sha256, null::int as rows, f.applied_at as passed_at,
                  case when row_number() over (partition by f.name order by f.number desc) > 1 or o.id is null
                       then f.applied_at else l.modified_at end as written_at
             from bank_file f left join payment_order o on o.id = f.order_id left join service_area a on a.id = o.area_id
             left join bank_arrival l on l.name = f.name
           union all
           select 'out', o.message_id || '.pain001.xml', coalesce(a.mailbox, 'bank'), 'order', o.id, null, o.file_sha256, o.families, o.sent_at, null
             from payment_order o left join service_area a on a.id = o.area_id where o.sent_at is not null
           union all
           select 'out', regexp_replace(o.message_id, '^AMN-', 'RTN-') || case r.number when 0 then '' else '-E' || r.number end || '.return.csv',
                  coalesce(a.mailbox, 'bank'), 'return_order', o.id, null, null, r.families, r.instructed_at, null
             from treasury_return r join payment_order o on o.id = r.order_id left join service_area a on a.id = o.area_id
            where r.instructed_at is not null) passed
    order by passed_at
   on conflict do nothing`,
];

export class ExchangedFiles1800004000000 implements MigrationInterface {
  name = 'ExchangedFiles1800004000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}

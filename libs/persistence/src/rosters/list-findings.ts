import type { EntityManager } from 'typeorm';
import { LIST_FINDINGS } from '#domain';

const CODES = Object.keys(LIST_FINDINGS);

/** A row that comes before, as a sentence names it: its number, with the sheet where that is another. */
const FIRST_ROW = `case when first_sheet = sheet then first_row::text else first_sheet || '!' || first_row end`;

/**
 * The later rows of a NIK: the first one counts. In the same file it is the same row once more or another row of the family;
 * in another file of the list it is on the list already.
 */
const MARK_NIK = `
  update roster_row r set state = 'duplicate', findings = r.findings || jsonb_build_array(d.finding)
    from (
      select id, case
               when first_file <> roster_file_id then jsonb_build_object('code', 'NIK_DUPLICATE_ELSEWHERE', 'column', 'NIK',
                 'params', jsonb_build_object('where', (select name from roster_file where id = first_file)))
               when first_digest = row_digest then jsonb_build_object('code', 'ROW_DUPLICATE', 'column', null,
                 'params', jsonb_build_object('firstRow', ${FIRST_ROW}))
               else jsonb_build_object('code', 'NIK_DUPLICATE_IN_FILE', 'column', 'NIK',
                 'params', jsonb_build_object('firstRow', ${FIRST_ROW})) end as finding
        from (
          select id, sheet, row_digest, roster_file_id, row_number() over w as occurrence, first_value(row_digest) over w as first_digest,
                 first_value(roster_file_id) over w as first_file, first_value(row_number) over w as first_row,
                 first_value(sheet) over w as first_sheet
            from roster_row where roster_id = $1 and nik_hash is not null and state in ('valid', 'warning')
          window w as (partition by nik_hash order by id)) o
       where o.occurrence > 1) d
   where r.id = d.id`;

/** Two families, one account: the later row is told, and its money waits for an account of its own. What is no account is shared by nobody. */
const MARK_ACCOUNT = `
  update roster_row r set state = 'warning', findings = r.findings || jsonb_build_array(jsonb_build_object(
           'code', 'ACCOUNT_DUPLICATE', 'column', 'NOMOR REKENING', 'params', jsonb_build_object('firstRow', ${FIRST_ROW})))
    from (
      select id as later, first_row, first_sheet
        from (
          select id, row_number() over w as occurrence, first_value(row_number) over w as first_row,
                 first_value(sheet) over w as first_sheet
            from roster_row where roster_id = $1 and account_hash is not null and state in ('valid', 'warning')
             and not findings @> '[{"code": "ACCOUNT_LENGTH"}]'
          window w as (partition by account_hash order by id)) o
       where o.occurrence > 1) d
   where r.id = d.later and not r.findings @> '[{"code": "ACCOUNT_DUPLICATE"}]'`;

/** The family is on another city's list of the same period: a warning, because which of them is wrong nobody can tell from here. */
const MARK_OTHER_CITY = `
  update roster_row r set state = 'warning', findings = r.findings || jsonb_build_array(jsonb_build_object(
           'code', 'NIK_DUPLICATE_ELSEWHERE', 'column', 'NIK', 'severity', 'warning',
           'params', jsonb_build_object('where', d.city)))
    from (
      select distinct on (own.id) own.id, coalesce(t.name, other.city_code) as city
        from roster mine
        join roster other on other.period_id = mine.period_id and other.city_code <> mine.city_code
        join roster_row o on o.roster_id = other.id and o.state in ('valid', 'warning')
        join roster_row own on own.roster_id = mine.id and own.nik_hash = o.nik_hash and own.state in ('valid', 'warning')
        left join territory t on t.code = other.city_code
       where mine.id = $1
       order by own.id, other.created_at desc) d
   where r.id = d.id and not r.findings @> '[{"code": "NIK_DUPLICATE_ELSEWHERE"}]'`;

/** The family's last verdict in an earlier period of the city was that it is not eligible, or a case's suspension or exclusion of it is in force. */
const MARK_EXCLUDED = `
  update roster_row r set state = 'warning', findings = r.findings || jsonb_build_array(jsonb_build_object(
           'code', 'EXCLUDED_EARLIER', 'column', 'NIK', 'params', jsonb_build_object('reason', d.reason)))
    from (
      select distinct on (o.id) o.id, o.verdict, o.reason
        from (
          select own.id, v.verdict, coalesce(v.verdict_reason, 'unknown') as reason, v.verdict_at as at
            from roster mine
            join roster other on other.city_code = mine.city_code and other.period_id <> mine.period_id
             and other.created_at <= mine.created_at
            join roster_row v on v.roster_id = other.id and v.verdict is not null
            join roster_row own on own.roster_id = mine.id and own.nik_hash = v.nik_hash and own.state in ('valid', 'warning')
           where mine.id = $1
          union all
          select own.id, 'ineligible', 'case_' || s.kind, s.in_force_at
            from roster mine
            join case_sanction s on s.city_code = mine.city_code and s.state = 'in_force'
            join roster_row own on own.roster_id = mine.id and own.nik_hash = s.nik_hash and own.state in ('valid', 'warning')
           where mine.id = $1) o
       order by o.id, o.at desc nulls last) d
   where r.id = d.id and d.verdict = 'ineligible' and not r.findings @> '[{"code": "EXCLUDED_EARLIER"}]'`;

/** Marks what only the whole list shows, and other lists. Rows that are marked stay as they are; rows with an error are on no list. */
export async function markListFindings(manager: EntityManager, rosterId: string): Promise<void> {
  for (const statement of [MARK_NIK, MARK_ACCOUNT, MARK_OTHER_CITY, MARK_EXCLUDED]) {
    await manager.query(statement, [rosterId]);
  }
}

/** Takes those marks back, so that they can be set anew: every row is again what its own cells say. */
export async function clearListFindings(manager: EntityManager, rosterId: string): Promise<void> {
  await manager.query(
    `update roster_row r set findings = own.findings,
            state = case when own.findings = '[]' then 'valid' else 'warning' end
       from (
         select f.id, coalesce(jsonb_agg(e.finding order by e.place) filter (where e.finding ->> 'code' <> all($2)), '[]') as findings
           from roster_row f cross join lateral jsonb_array_elements(f.findings) with ordinality as e(finding, place)
          where f.roster_id = $1 and f.state in ('warning', 'duplicate')
          group by f.id
         having bool_or(e.finding ->> 'code' = any($2))) own
      where r.id = own.id`,
    [rosterId, CODES],
  );
}

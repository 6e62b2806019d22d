import type { EntityManager } from 'typeorm';
import { rowsOf } from '../shared/unit-of-work.js';

/** One question to the catalogue of PostgreSQL; every row is one statement, without its semicolon. */
interface Part {
  readonly heading: string;
  readonly sql: string;
}

const TABLE = `t.relkind = 'r' and t.relnamespace = 'public'::regnamespace and t.relname <> 'migrations'`;

/** Columns in their order, then what the row itself must hold: keys, checks, exclusions. */
const TABLES = `
  select t.relname as table_name, 'create table ' || t.relname || E' (\\n  ' || array_to_string(
           array(select a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                        || case when a.attidentity = 'a' then ' generated always as identity' else '' end
                        || case when a.attgenerated = 's' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
                                when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end
                        || case when a.attnotnull then ' not null' else '' end
                   from pg_attribute a left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
                  where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped order by a.attnum)
           || array(select 'constraint ' || c.conname || ' ' || pg_get_constraintdef(c.oid)
                      from pg_constraint c where c.conrelid = t.oid and c.contype in ('p', 'u', 'c', 'x')
                     order by array_position(array['p', 'u', 'x', 'c'], c.contype::text), c.conname), E',\\n  ')
         || E'\\n)' || coalesce(' with (' || array_to_string(t.reloptions, ', ') || ')', '') as statement
    from pg_class t where ${TABLE} order by t.relname`;

const PARTS: readonly Part[] = [
  {
    heading: 'Extensions',
    sql: `select 'create extension if not exists ' || extname as statement from pg_extension where extname <> 'plpgsql' order by 1`,
  },
  { heading: 'Tables: columns, keys, checks', sql: TABLES },
  {
    heading: 'References',
    sql: `select 'alter table ' || t.relname || ' add constraint ' || c.conname || ' ' || pg_get_constraintdef(c.oid) as statement
            from pg_constraint c join pg_class t on t.oid = c.conrelid
           where ${TABLE} and c.contype = 'f' order by t.relname, c.conname`,
  },
  {
    heading: 'Indexes',
    sql: `select replace(pg_get_indexdef(i.indexrelid), 'ON public.', 'on ') as statement
            from pg_index i join pg_class t on t.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
           where ${TABLE} and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u', 'x'))
           order by t.relname, x.relname`,
  },
  {
    heading: 'Views',
    sql: `select 'create view ' || v.relname || E' as\\n' || rtrim(pg_get_viewdef(v.oid), ';') as statement
            from pg_class v where v.relkind = 'v' and v.relnamespace = 'public'::regnamespace order by v.relname`,
  },
  {
    heading: 'Functions',
    sql: `select rtrim(replace(pg_get_functiondef(p.oid), 'FUNCTION public.', 'FUNCTION '), E'\\n') as statement
            from pg_proc p where p.pronamespace = 'public'::regnamespace
             and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by p.oid`,
  },
  {
    heading: 'Triggers',
    sql: `select replace(pg_get_triggerdef(g.oid), ' ON public.', ' ON ') as statement
            from pg_trigger g join pg_class t on t.oid = g.tgrelid
           where ${TABLE} and not g.tgisinternal order by t.relname, g.tgname`,
  },
];

/**
 * The schema as it stands in a database, for a person to read: every statement that would make it, in the order in which
 * it could be made. What `schema.sql` holds; the same schema gives the same text.
 */
export async function describeSchema(manager: EntityManager): Promise<string> {
  const parts: string[] = [];
  for (const { heading, sql } of PARTS) {
    const rows = await rowsOf<{ statement: string }>(manager, sql);
    parts.push(`-- ${heading}\n\n${rows.map(({ statement }) => `${statement};`).join('\n\n')}`);
  }
  return `${parts.join('\n\n')}\n`;
}

import type { Migration } from '../migrator.js';

/**
 * The audit trail of a table that many requests change in one statement. A trigger of the statement sees all its rows
 * at once, and finds in `xibu.authors` who asked for each: `{"<row id>": [account, action, correlation]}`.
 */
export const auditOfMany: Migration = {
  name: '0003-audit-of-many',
  reason: 'rows that many requests change together bear each the name of who asked',
  statements: [
    // Without nested loops: the plan is made once for a handful of rows and kept for five hundred.
    `create function record_changes() returns trigger language plpgsql set enable_nestloop = off as $$
     begin
       insert into audit_entry (account, action, correlation, table_name, row_id, change, before, after)
       select coalesce(a.who ->> 0, nullif(current_setting('xibu.account', true), ''), session_user),
              coalesce(a.who ->> 1, current_setting('xibu.action', true), ''),
              coalesce(a.who ->> 2, current_setting('xibu.correlation', true), ''),
              tg_table_name, n.id, 'update', o.content, n.content
       from (select to_jsonb(r) ->> tg_argv[0] as id, to_jsonb(r) as content from rows_before r) o
       join (select to_jsonb(r) ->> tg_argv[0] as id, to_jsonb(r) as content from rows_after r) n on n.id = o.id
       left join jsonb_each(coalesce(nullif(current_setting('xibu.authors', true), ''), '{}')::jsonb) as a (id, who)
         on a.id = n.id
       where o.content is distinct from n.content;
       return null;
     end $$`,
  ],
};

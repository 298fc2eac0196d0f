import type { Migration } from '@xibu/platform';

const tables = ['run_person', 'run_line', 'run_payout'] as const;

export const keptRows: Migration = {
  name: '0130-kept-rows',
  reason: 'whether a run was released is asked once for a statement, and no longer for each of fifty thousand people',
  statements: [
    `create function keep_released_rows() returns trigger language plpgsql as $$
     begin
       if exists (select from subsidy_run where release_seq is not null
                    and id in (select run_id from rows_before)) then
         raise exception '% of a released run never changes', tg_table_name;
       end if;
       return null;
     end $$`,
    ...tables.flatMap((table) => [
      `drop trigger ${table}_kept on ${table}`,
      ...(['update', 'delete'] as const).map(
        (change) => `create trigger ${table}_kept_on_${change} after ${change} on ${table}
          referencing old table as rows_before for each statement execute function keep_released_rows()`,
      ),
    ]),
  ],
};

import { audited, type Migration, protect } from '@xibu/platform';

const owned = { division: 'division', account: 'account_id' } as const;

export const subsidyRuns: Migration = {
  name: '0050-subsidy-runs',
  reason:
    'a run freezes its inputs beside its result, so that anybody can recompute it; what is released never changes',
  statements: [
    `create table subsidy_run (
       id uuid primary key, number text not null unique, season text not null, month text not null, division int not null,
       since text not null, status text not null, due_on date not null, decided_by text not null,
       opened_at timestamptz not null, attendance_locked jsonb, calculated jsonb, approved jsonb, released jsonb,
       override_reason text, return_reason text, release_seq bigint unique, people int not null, payable int not null,
       exceptions int not null, gross_fen bigint not null, personal_fen bigint not null, employer_fen bigint not null,
       net_fen bigint not null, input_digest text, result_digest text, version int not null, unique (month, division),
       check ((release_seq is null) = (released is null)), check (release_seq is null or result_digest is not null))`,
    'create index subsidy_run_of_division on subsidy_run (division, month)',
    'create sequence release_seq',
    ...protect('subsidy_run', { division: 'division' }),
    audited('subsidy_run'),

    `create table run_snapshot (
       run_id uuid primary key references subsidy_run (id), division int not null, settings jsonb not null,
       tables jsonb not null, chunks int not null, release_seq bigint not null, pseudonym_key text not null)`,
    ...protect('run_snapshot', { division: 'division' }),
    `create table run_person (
       run_id uuid not null references subsidy_run (id), account_id text not null, division int not null,
       person text not null, name text, unit text, chunk int not null, inputs jsonb not null,
       computed boolean not null default false, in_pay boolean not null default false, gross_fen bigint, personal_fen bigint,
       carry_in_fen bigint, net_fen bigint, carry_out_fen bigint, employer_fen bigint, payable boolean,
       primary key (run_id, account_id), unique (run_id, person), check (computed or not in_pay))`,
    'create index run_person_of_account on run_person (account_id)',
    'create index run_person_of_chunk on run_person (run_id, chunk)',
    ...protect('run_person', owned),
    `create table run_line (
       run_id uuid not null references subsidy_run (id), account_id text not null, division int not null,
       month text not null, component text not null, county int not null, project text not null, source text not null,
       fen bigint not null check (fen <> 0),
       primary key (run_id, account_id, month, component, county, project, source))`,
    'create index run_line_of_account on run_line (account_id, month)',
    'create index run_line_of_month on run_line (month, county)',
    ...protect('run_line', owned),
    `create table run_payout (
       run_id uuid not null references subsidy_run (id), account_id text not null, division int not null, county int not null,
       project text not null, source text not null, fen bigint not null check (fen > 0),
       primary key (run_id, account_id, county, project, source))`,
    ...protect('run_payout', owned),

    `create function keep_released() returns trigger language plpgsql as $$
     begin
       if exists (select from subsidy_run where id = old.run_id and release_seq is not null) then
         raise exception '% of a released run never changes', tg_table_name;
       end if;
       return case when tg_op = 'DELETE' then old else new end;
     end $$`,
    ...['run_snapshot', 'run_person', 'run_line', 'run_payout'].map(
      (table) =>
        `create trigger ${table}_kept before update or delete on ${table} for each row execute function keep_released()`,
    ),

    `create table pay_exception (
       id uuid primary key, division int not null, month text not null, origin text not null, run_id uuid, batch_id uuid,
       file text, row_number int, account_id text, person text, reference text, code text not null, detail text not null,
       owner text not null, state text not null, opened_at timestamptz not null, reason text, proposed jsonb, settled jsonb,
       version int not null, check ((origin = 'run') = (run_id is not null)), check ((origin = 'bank') = (batch_id is not null)),
       check (state <> 'settled' or (proposed is not null and settled is not null and reason is not null)))`,
    'create index pay_exception_of_division on pay_exception (division, month, state)',
    'create index pay_exception_of_run on pay_exception (run_id)',
    ...protect('pay_exception', owned),
    audited('pay_exception'),
  ],
};

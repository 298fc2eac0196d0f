import { audited, type Migration, protect } from '@xibu/platform';

export const ledger: Migration = {
  name: '0060-ledger',
  reason:
    'double entry by fund and purpose: append-only, and every posting sums to zero wherever it stands (notice 4.4)',
  statements: [
    `create table ledger_posting (
       id uuid primary key, kind text not null, subject text not null, division int not null, book_month text not null,
       posted_at timestamptz not null, posted_by text not null, words text not null, unique (kind, subject))`,
    'create index ledger_posting_of_division on ledger_posting (division, book_month)',
    ...protect('ledger_posting', { division: 'division' }),
    `create table ledger_entry (
       id bigint generated always as identity primary key, posting_id uuid not null references ledger_posting (id),
       division int not null, account text not null, purpose text not null, county int not null, project text not null,
       source text not null, budget_year int not null, fen bigint not null check (fen <> 0))`,
    'create index ledger_entry_of_posting on ledger_entry (posting_id)',
    'create index ledger_entry_of_fund on ledger_entry (county, budget_year, source)',
    ...protect('ledger_entry', { division: 'division' }),

    `create function keep_ledger() returns trigger language plpgsql as $$
     begin
       raise exception 'the ledger is append-only: a posting is taken back by its reversal';
     end $$`,
    ...['ledger_posting', 'ledger_entry'].map(
      (table) =>
        `create trigger ${table}_kept before update or delete or truncate on ${table} execute function keep_ledger()`,
    ),
    // Looked at when the transaction ends, so that the entries of a posting may be written one by one.
    `create function balance_posting() returns trigger language plpgsql as $$
     begin
       if exists (select from ledger_entry where posting_id = new.posting_id
                  group by county, project, source, budget_year, purpose having sum(fen) <> 0) then
         raise exception 'posting % does not sum to zero within each fund and purpose', new.posting_id;
       end if;
       return null;
     end $$`,
    `create constraint trigger ledger_entry_balanced after insert on ledger_entry deferrable initially deferred
       for each row execute function balance_posting()`,

    `create table fund_arrival (
       id uuid primary key, division int not null, project text not null, source text not null, budget_year int not null,
       purpose text not null, fen bigint not null check (fen > 0), arrived_on date not null, document_number text not null,
       recorded jsonb not null, reversed jsonb, reason text, version int not null,
       unique (division, project, source, budget_year, purpose, document_number))`,
    'create index fund_arrival_of_division on fund_arrival (division, budget_year)',
    ...protect('fund_arrival', { division: 'division' }),
    audited('fund_arrival'),
    `create table fund_spending (
       id uuid primary key, division int not null, project text not null, source text not null, budget_year int not null,
       purpose text not null, account text not null, fen bigint not null check (fen > 0), spent_on date not null,
       document_number text not null, words text not null, recorded jsonb not null)`,
    'create index fund_spending_of_division on fund_spending (division, budget_year)',
    ...protect('fund_spending', { division: 'division' }),
    audited('fund_spending'),
  ],
};

import { audited, type Migration, protect } from '@xibu/platform';

const owned = { division: 'division', account: 'account_id' } as const;

export const payments: Migration = {
  name: '0070-payments',
  reason: 'payment lines with references for ever, frozen batches, what banks answer, and months that close',
  statements: [
    `create table batch (
       id uuid primary key, number text not null unique, division int not null, month text not null, profile text not null,
       status text not null, dated date not null, lines int not null, total_fen bigint not null, digest text not null,
       prepared jsonb not null, released jsonb, exported jsonb, reason text, version int not null,
       check ((status = 'released') = (released is not null)))`,
    'create index batch_of_division on batch (division, month)',
    ...protect('batch', { division: 'division' }),
    audited('batch'),

    `create table payment_line (
       reference text primary key check (reference ~ '^P[0-9]{19}$'), run_id uuid not null references subsidy_run (id),
       account_id text not null, person text not null, division int not null, month text not null, book_month text not null,
       fen bigint not null check (fen > 0), split jsonb not null, state text not null, status text, replaces text unique
         references payment_line (reference), batch_id uuid references batch (id), reason text not null default '',
       bank_reference text not null default '', value_date date, retry jsonb, created_at timestamptz not null,
       check ((state in ('pending', 'accepted', 'returned')) <= (batch_id is not null)))`,
    // What a run owes somebody is paid by one line, and again only by a line that replaces another.
    'create unique index payment_line_first on payment_line (run_id, account_id) where replaces is null',
    'create index payment_line_of_division on payment_line (division, month, state)',
    'create index payment_line_of_books on payment_line (division, book_month)',
    'create index payment_line_of_account on payment_line (account_id)',
    'create index payment_line_of_batch on payment_line (batch_id)',
    ...protect('payment_line', owned),
    audited('payment_line', 'reference'),

    `create table batch_line (
       batch_id uuid not null references batch (id), seq int not null, reference text not null
         references payment_line (reference), account_id text not null, division int not null, name text not null,
       card_id uuid not null, card_sealed text not null, fen bigint not null, split jsonb not null, summary text not null,
       primary key (batch_id, seq), unique (batch_id, reference), unique (batch_id, account_id))`,
    ...protect('batch_line', owned),

    `create table return_file (
       id uuid primary key, batch_id uuid not null references batch (id), division int not null, name text not null,
       sha256 text not null, bytes bytea not null, dated date not null, rows int not null, steps int not null,
       exceptions int not null, repeated int not null, taken jsonb not null, unique (batch_id, sha256))`,
    ...protect('return_file', { division: 'division' }),

    `create table month_close (
       id uuid primary key, division int not null, month text not null, status text not null, proposed jsonb not null,
       closed jsonb, figures jsonb not null, version int not null, unique (division, month))`,
    ...protect('month_close', { division: 'division' }),
    audited('month_close'),
    // A line of a closed month that needs work again is carried into the books of an open one.
    `create table carried_line (
       reference text primary key references payment_line (reference), division int not null, account_id text not null,
       into_month text not null, cause text not null)`,
    'create index carried_line_of_books on carried_line (division, into_month)',
    ...protect('carried_line', owned),

    'create table pay_late (month text not null, division int not null, told_at timestamptz not null, primary key (month, division))',
    ...protect('pay_late', { division: 'division' }),
  ],
};

import { audited, type Migration, protect } from '@xibu/platform';

/** Rows of a decided adjustment stay as they were decided; a later one supersedes them from its first day. */
const decided = (table: string, columns: string): string[] => [
  `create table ${table} (
     adjustment_id uuid not null references adjustment (id), ordinal int not null, seq bigint not null,
     division int not null, from_day date not null, to_day date, ${columns},
     primary key (adjustment_id, ordinal), check (to_day is null or from_day < to_day))`,
  `create index ${table}_of_division on ${table} (division)`,
  `create trigger ${table}_kept before update or delete on ${table} execute function keep_decided()`,
];

export const payTerms: Migration = {
  name: '0020-pay-terms',
  reason: 'rates, funding layers, insurance terms and declared bases are dated data, decided by two people',
  statements: [
    `create table adjustment (
       id uuid primary key, division int not null, title text not null, document_number text not null,
       from_day date not null, rows jsonb not null, status text not null, prepared jsonb not null, dry_run jsonb,
       decided jsonb, reason text, seq bigint unique, updated_at timestamptz not null, version int not null,
       check ((status = 'approved') = (seq is not null)), check (status <> 'approved' or dry_run is not null))`,
    'create index adjustment_of_division on adjustment (division, status)',
    'create sequence adjustment_seq',
    ...protect('adjustment', { division: 'division' }),
    audited('adjustment'),

    `create function keep_decided() returns trigger language plpgsql as $$
     begin
       raise exception '% is decided: a new row supersedes it', tg_table_name;
     end $$`,
    ...decided(
      'rate',
      'component text not null, project text not null, fen bigint not null check (fen >= 0), proration text not null',
    ),
    ...decided(
      'funding_layer',
      'project text not null, ord int not null, source text not null, fen bigint check (fen >= 0)',
    ),
    ...decided(
      'insurance_terms',
      `scheme text not null, personal_ppm int not null check (personal_ppm >= 0),
       employer_ppm int not null check (employer_ppm >= 0), floor_fen bigint, ceiling_fen bigint,
       unit_fen int not null check (unit_fen > 0), mode text not null, check (floor_fen <= ceiling_fen)`,
    ),
    ...decided('declared_base', 'account_id text not null, fen bigint not null check (fen >= 0)'),
    'create index declared_base_of_account on declared_base (account_id)',
    ...protect('declared_base', { division: 'division', account: 'account_id' }),
  ],
};

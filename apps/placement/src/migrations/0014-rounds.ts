import { audited, type Migration, protect } from '@xibu/platform';

export const rounds: Migration = {
  name: '0014-rounds',
  reason: 'placement rounds: what was frozen, byte for byte, what came out, and how far a run has come',
  statements: [
    `create table round (
       id uuid primary key, season text not null, division int not null, number int not null, kind text not null,
       status text not null, rulebook text not null, seed_commitment text, seed_sealed text, seed text,
       input_digest text, result_digest text, counts jsonb, steps jsonb not null, annul_reason text,
       updated_at timestamptz not null, version int not null, unique (season, division, number),
       check (status in ('open', 'annulled') or seed_commitment is not null),
       check (status in ('open', 'committed', 'annulled') or input_digest is not null),
       check (status not in ('proposed', 'published') or result_digest is not null))`,
    `create unique index round_one_live on round (season, division) where status not in ('published', 'annulled')`,
    ...protect('round', { division: 'division' }),
    // That there is a round and what it promised is for everybody; the seed in it stays sealed until it is revealed.
    'create policy round_known on round for select using (true)',
    audited('round'),

    `create table round_file (
       round_id uuid not null references round (id), name text not null, division int not null, bytes bytea not null,
       primary key (round_id, name))`,
    ...protect('round_file', { division: 'division' }),

    `create table round_progress (
       round_id uuid primary key references round (id), division int not null, phase text not null,
       failures jsonb not null default '[]')`,
    ...protect('round_progress', { division: 'division' }),

    `create table placement (
       round_id uuid not null references round (id), code text collate "C" not null, application_id text not null,
       account_id text not null, season text not null, division int not null, university text not null,
       post_id uuid references post (id), post_code text collate "C", pass int check (pass in (1, 2)), rank int,
       score_hundredths int not null, primary key (round_id, code),
       check ((post_id is null) = (pass is null) and (post_id is null) = (post_code is null)),
       check ((rank is null) = (pass is distinct from 1)))`,
    'create index placement_of_application on placement (application_id)',
    ...protect('placement', { division: 'division', university: 'university', account: 'account_id' }),
  ],
};

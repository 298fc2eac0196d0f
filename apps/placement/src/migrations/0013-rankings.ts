import { audited, type Migration, protect } from '@xibu/platform';

export const rankings: Migration = {
  name: '0013-rankings',
  reason: 'who may take part in placement rounds, and the posts that they rank',
  statements: [
    `create table candidate (
       id text primary key, season text not null, account_id text not null, university text not null,
       division int not null, code text not null, score_hundredths int not null check (score_hundredths >= 0),
       classes jsonb not null, counties jsonb not null, specials jsonb not null, accepts_reassignment boolean not null,
       status text not null, ranking jsonb, updated_at timestamptz not null, version int not null,
       unique (season, code), check (code ~ '^[A-Za-z0-9_-]{1,40}$'))`,
    'create index candidate_of_account on candidate (account_id, season)',
    'create index candidate_of_season on candidate (season, status, code)',
    ...protect('candidate', { division: 'division', university: 'university', account: 'account_id' }),
    audited('candidate'),
  ],
};

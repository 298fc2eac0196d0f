import { audited, type Migration, protect } from '@xibu/platform';

export const exams: Migration = {
  name: '0040-exams',
  reason: 'the unified exam: sessions with sites, rooms and seats; who sits where; scores',
  statements: [
    `create table exam_session (
       id uuid primary key, season text not null, division int not null, ordinal int not null, name text not null,
       starts_at timestamptz not null, ends_at timestamptz not null, sites jsonb not null, status text not null,
       updated_at timestamptz not null, version int not null, check (starts_at < ends_at),
       unique (season, division, ordinal))`,
    // When and where the exam is held is announced: everybody who applies may read it. Writing stays with the region.
    ...protect('exam_session', { division: 'division' }),
    'create policy exam_session_announced on exam_session for select using (true)',
    audited('exam_session'),

    `create table exam_seat (
       application_id uuid primary key references application (id), session_id uuid not null references exam_session (id),
       account_id text not null, division int not null, university text, faculty text, ticket text not null unique,
       site text not null, room text not null, seat int not null, score_hundredths int, is_absent boolean not null,
       updated_at timestamptz not null, unique (session_id, site, room, seat),
       check (score_hundredths >= 0), check (not (is_absent and score_hundredths is not null)))`,
    'create index exam_seat_of_session on exam_seat (session_id, ticket)',
    ...protect('exam_seat', {
      division: 'division',
      university: 'university',
      faculty: 'faculty',
      account: 'account_id',
    }),
    audited('exam_seat', 'application_id'),
  ],
};

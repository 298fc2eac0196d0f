import { audited, type Migration, protect } from '@xibu/platform';

export const preselections: Migration = {
  name: '0060-preselections',
  reason: 'what a placement round decided for each applicant, a copy of the posts, and the seats that were lost',
  statements: [
    `create table preselection (
       application_id uuid primary key references application (id), season text not null, account_id text not null,
       division int not null, university text, faculty text, round_id text not null, outcome text not null,
       post_id text, post_title text, county int, decided_at timestamptz not null,
       check ((outcome = 'placed') = (post_id is not null)))`,
    'create index preselection_of_post on preselection (post_id) where post_id is not null',
    ...protect('preselection', {
      division: 'division',
      university: 'university',
      faculty: 'faculty',
      account: 'account_id',
    }),

    // Posts are public (岗位目录): no scope.
    `create table post_copy (
       post_id text primary key, season text not null, county int not null, unit text not null, unit_name text,
       code text, title text not null, special text not null, project_kind text not null)`,

    `create table loss (
       application_id uuid primary key references application (id), season text not null, account_id text not null,
       division int not null, university text, faculty text, reason text not null, post_id text, post_title text,
       county int, lost_at timestamptz not null, filled_by uuid, filled_at timestamptz)`,
    'create index loss_to_fill on loss (post_id, lost_at) where filled_by is null',
    ...protect('loss', {
      division: 'division',
      university: 'university',
      faculty: 'faculty',
      account: 'account_id',
    }),
    audited('loss', 'application_id'),
  ],
};

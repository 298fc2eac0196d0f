import { audited, type Migration, protect } from '@xibu/platform';

export const admissions: Migration = {
  name: '0090-admissions',
  reason: 'who is admitted to which post, with the number of the confirmation notice and the answer to it',
  statements: [
    `create table admission (
       application_id uuid primary key references application (id), season text not null, account_id text not null,
       division int not null, university text, faculty text, confirmation_number text not null unique,
       post_id text not null, post_title text not null, county int not null, admitted_by text not null,
       admitted_at timestamptz not null, answer text check (answer in ('accepted', 'declined')), answered_at timestamptz,
       check ((answer is null) = (answered_at is null)))`,
    'create index admission_of_university on admission (university, season)',
    ...protect('admission', {
      division: 'division',
      university: 'university',
      faculty: 'faculty',
      account: 'account_id',
    }),
    audited('admission', 'application_id'),
  ],
};

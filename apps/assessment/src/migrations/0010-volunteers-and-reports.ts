import { audited, type Migration, protect } from '@xibu/platform';

export const volunteersAndReports: Migration = {
  name: '0010-volunteers-and-reports',
  reason: 'copies of who serves where, and what counties report of them each month',
  statements: [
    `create table person (
       account text primary key, name text not null, sex text not null, birth_date date not null,
       identity_masked text not null, university text not null, major text not null, county int)`,
    `create table volunteer (
       volunteer_id text primary key, account text not null, season text, county int, unit text, number text,
       special text, project_kind text, start_of_work date, left_on date, left_kind text, spans jsonb not null default '[]',
       university text)`,
    'create index volunteer_of_county on volunteer (county)',
    'create index volunteer_of_account on volunteer (account)',
    `create table report (
       id text primary key, county int not null, month text not null, status text not null, due_on date not null,
       expected_on_post int not null, content jsonb, submitted_at timestamptz, submitted_by text, late boolean not null default false,
       told_late boolean not null default false, checks jsonb not null default '[]')`,
    'create index report_of_month on report (month, county)',
    `create table incident (
       id uuid primary key, season text not null, county int not null, unit text not null, kind text not null, level text not null,
       status text not null, happened_at timestamptz not null, place text not null, people int not null, steps jsonb not null,
       reported_by text not null, management_fault boolean, finding text, at timestamptz not null)`,
    `create table ticket (
       id uuid primary key, account text not null, anonymous boolean not null, county int, topic text not null, status text not null,
       owner text, offered_to text, text text not null, answer text, rating int, steps jsonb not null, due_on date not null,
       at timestamptz not null)`,
    ...protect('person', { division: 'county', university: 'university', account: 'account' }),
    ...protect('volunteer', { division: 'county', university: 'university', unit: 'unit', account: 'account' }),
    ...protect('report', { division: 'county' }),
    ...protect('incident', { division: 'county', unit: 'unit' }),
    ...protect('ticket', { division: 'county', account: 'account' }),
    ...['report', 'incident', 'ticket'].map((table) => audited(table)),
  ],
};

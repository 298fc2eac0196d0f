import { audited, type Migration, protect } from '@xibu/platform';

export const gradesAndCertificates: Migration = {
  name: '0020-grades-and-certificates',
  reason: 'yearly grades, ratings of offices, appraisals and certificates',
  statements: [
    `create table assessment (
       id uuid primary key, season text not null, volunteer_id text not null, account text not null, number text not null,
       name text not null, county int not null, unit text not null, university text, status text not null, summary text,
       unit_opinion text, unit_score int, grade text, opinion text, graded_by text, objection text, objection_answer text,
       decided_by text, unique (season, volunteer_id))`,
    'create index assessment_of_county on assessment (season, county, status)',
    `create table excellent_list (
       season text primary key, on_post int not null, max int not null, prepared_by text not null, prepared_at timestamptz not null,
       approved_by text, approved_at timestamptz)`,
    `create table office_rating (
       id uuid primary key, season text not null, office_id uuid not null, division int, university text, rating text not null,
       score int not null, evidence jsonb not null, proposed_by text not null, decided_by text, status text not null,
       unique (season, office_id))`,
    `create table appraisal (
       volunteer_id text primary key, account text not null, county int not null, text text not null, grade text not null,
       service_days int not null, written_by text not null, at timestamptz not null)`,
    `create table certificate (
       number text primary key, volunteer_id text not null unique, account text not null, season text not null, county int not null,
       holder text not null, service_from date not null, service_to date not null, service_days int not null,
       start_of_work date not null, grade text not null, issued_on date not null, issued_by text not null, token text not null,
       revoked_on date, revoked_reason text)`,
    ...protect('assessment', { division: 'county', unit: 'unit', university: 'university', account: 'account' }),
    ...protect('excellent_list', { division: '150000' }),
    ...protect('office_rating', { division: 'division', university: 'university' }),
    ...protect('appraisal', { division: 'county', account: 'account' }),
    ...protect('certificate', { division: 'county', account: 'account' }),
    audited('assessment'),
    audited('excellent_list', 'season'),
    audited('office_rating'),
    audited('appraisal', 'volunteer_id'),
    audited('certificate', 'number'),
  ],
};

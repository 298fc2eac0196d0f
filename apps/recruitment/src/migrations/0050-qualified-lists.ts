import { audited, type Migration, protect } from '@xibu/platform';

export const qualifiedLists: Migration = {
  name: '0050-qualified-lists',
  reason: 'who may take part in a placement round, by which rule, prepared by one and approved by another',
  statements: [
    `create table qualified_list (
       id uuid primary key, season text not null, division int not null, status text not null, rule jsonb not null,
       prepared_by text not null, prepared_at timestamptz not null, approved_by text, approved_at timestamptz,
       check ((status = 'approved') = (approved_by is not null)), check (prepared_by <> approved_by))`,
    `create unique index qualified_list_one_prepared on qualified_list (season, division) where status = 'prepared'`,
    ...protect('qualified_list', { division: 'division' }),
    audited('qualified_list'),

    `create table qualified_entry (
       list_id uuid not null references qualified_list (id), application_id uuid not null references application (id),
       account_id text not null, division int not null, outcome text not null, reasons jsonb not null,
       score_hundredths int not null, minimum_score_hundredths int not null, code text not null, classes jsonb not null,
       met jsonb not null, approved_at timestamptz, primary key (list_id, application_id), unique (list_id, code))`,
    'create index qualified_entry_of_application on qualified_entry (application_id)',
    // The code stands for the person in the published round: universities see the list of names, not the codes.
    ...protect('qualified_entry', { division: 'division', account: 'account_id' }),
  ],
};

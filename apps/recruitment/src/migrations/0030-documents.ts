import { audited, type Migration, protect } from '@xibu/platform';

export const documents: Migration = {
  name: '0030-documents',
  reason: 'what was printed can be checked by anybody, and who opened a sealed field can be seen by its owner',
  statements: [
    // Masked data only: anybody who holds the paper may compare it. Writing stays within the scope.
    `create table issued_document (
       kind text not null check (kind in ('registration-form', 'confirmation-notice')), number text not null,
       account_id text not null, division int not null, university text, holder text not null, digest text not null,
       issued_on date not null, void_since timestamptz, primary key (kind, number))`,
    ...protect('issued_document', { division: 'division', university: 'university', account: 'account_id' }),
    'create policy issued_document_public on issued_document for select using (true)',

    `create table reading (
       id uuid primary key, application_id uuid, account_id text, division int not null, university text, faculty text,
       field text not null, subject_id text not null, reason text not null, read_by text not null,
       read_by_name text not null, office_name text, at timestamptz not null)`,
    'create index reading_of_application on reading (application_id, at)',
    ...protect('reading', {
      division: 'division',
      university: 'university',
      faculty: 'faculty',
      account: 'account_id',
    }),
    audited('reading'),
  ],
};

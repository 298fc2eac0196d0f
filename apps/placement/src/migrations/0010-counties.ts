import { audited, type Migration, protect } from '@xibu/platform';

export const counties: Migration = {
  name: '0010-counties',
  reason: 'which counties may have volunteers, and which counties and units have none in a season',
  statements: [
    `create table service_county (
       code int primary key, name text not null, status text not null, basis text not null,
       first_season text not null, season text not null, new_in text, disqualified_from text,
       founding_document text not null, named_officer text not null, government_approval text, filing_number text,
       rectification jsonb, decision jsonb, prepared_by text not null, updated_at timestamptz not null,
       version int not null,
       check (basis = 'continuing' or government_approval is not null),
       check (status not in ('national-filed', 'active') or filing_number is not null))`,
    ...protect('service_county', { division: 'code' }),
    audited('service_county', 'code'),

    `create table local_key_county (
       code int primary key, name text not null, document_number text not null, updated_at timestamptz not null)`,
    ...protect('local_key_county', { division: 'code' }),
    audited('local_key_county', 'code'),

    `create table placement_block (
       id uuid primary key, county int not null, unit text, season text not null, cause text not null,
       source_id text not null, status text not null, reason text not null, lift_reason text,
       proposed_by_account text, proposed_by text, lifted_by text, updated_at timestamptz not null,
       unique nulls not distinct (cause, source_id, season, county, unit))`,
    'create index placement_block_of_county on placement_block (county, season)',
    ...protect('placement_block', { division: 'county' }),
    audited('placement_block'),
  ],
};

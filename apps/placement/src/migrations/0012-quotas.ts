import { audited, type Migration, protect } from '@xibu/platform';

export const quotas: Migration = {
  name: '0012-quotas',
  reason: 'the scale of a season split over counties, prepared by one and approved by another, and moved between them',
  statements: [
    `create table quota_plan (
       id uuid primary key, season text not null, division int not null, status text not null, prepared_by text not null,
       prepared_by_name text not null, approved_by text, decided_by text not null, return_reason text,
       updated_at timestamptz not null, version int not null)`,
    `create unique index quota_plan_in_force on quota_plan (season, division) where status = 'approved'`,
    `create unique index quota_plan_in_work on quota_plan (season, division) where status in ('draft', 'proposed')`,
    ...protect('quota_plan', { division: 'division' }),
    audited('quota_plan'),

    `create table quota_line (
       plan_id uuid not null references quota_plan (id), quota_id text not null, season text not null,
       division int not null, project_kind text, special text, max int not null check (max >= 0),
       in_force boolean not null default false, primary key (plan_id, quota_id))`,
    'create index quota_line_in_force on quota_line (season) where in_force',
    ...protect('quota_line', { division: 'division' }),
    audited('quota_line', 'quota_id'),

    `create table quota_transfer (
       id uuid primary key, season text not null, division int not null, plan_id uuid not null references quota_plan (id),
       project_kind text not null, "from" int not null, "to" int, count int not null check (count > 0),
       reason text not null, status text not null, proposed_by text not null, proposed_by_name text not null,
       decided_by text, decision_reason text, updated_at timestamptz not null, check ("from" <> "to"))`,
    ...protect('quota_transfer', { division: 'division' }),
    audited('quota_transfer'),
  ],
};

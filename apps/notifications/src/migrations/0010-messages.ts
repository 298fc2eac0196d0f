import { type Migration, protect } from '@xibu/platform';

export const messages: Migration = {
  name: '0010-messages',
  reason: 'who can be reached how, what they were told, and whether it arrived',
  statements: [
    `create table contact (
       account text primary key, office_id uuid, roles text[] not null, name text not null, email text, mobile text,
       language text not null, closed boolean not null default false)`,
    'create index contact_office on contact (office_id)',
    `create table message (
       id uuid primary key, account text not null, cause text not null, template text not null, subject text not null,
       text text not null, at timestamptz not null, read_at timestamptz, unique (account, template, cause))`,
    'create index message_of_account on message (account, at desc)',
    `create table delivery (
       id uuid primary key, message_id uuid not null references message (id), account text not null,
       channel text not null, status text not null, at timestamptz not null, next_try timestamptz not null default now(),
       attempts int not null default 0, arrived_at timestamptz, reason text)`,
    `create index delivery_queued on delivery (next_try) where status = 'queued'`,
    `create table applicant_step (
       account text not null, season text not null, step text not null, primary key (account, season))`,
    ...protect('contact', { account: 'account' }),
    ...protect('message', { account: 'account' }),
    ...protect('delivery', { account: 'account' }),
    ...protect('applicant_step', { account: 'account' }),
  ],
};

import { audited, type Migration, protect } from '@xibu/platform';

export const publicNotices: Migration = {
  name: '0080-public-notices',
  reason: 'three days of public notice: a masked list for everybody, apart from the people it stands for; objections',
  statements: [
    `create table public_notice (
       id uuid primary key, season text not null, division int not null, university text not null,
       university_name text not null, opens_on date not null, closes_on date not null,
       status text not null check (status in ('open', 'closed')), people int not null, opened_by text not null,
       check (opens_on <= closes_on))`,
    'create index public_notice_by_day on public_notice (closes_on desc)',
    ...protect('public_notice', { division: 'division', university: 'university' }),
    'create policy public_notice_public on public_notice for select using (true)',
    audited('public_notice'),

    // What anybody may read. Nothing in it leads back to an application: that is in notice_entry.
    `create table public_notice_line (
       notice_id uuid not null references public_notice (id), line int not null, division int not null,
       university text not null, name text not null, faculty text not null, major text not null, county text not null,
       post text not null, primary key (notice_id, line))`,
    ...protect('public_notice_line', { division: 'division', university: 'university' }),
    'create policy public_notice_line_public on public_notice_line for select using (true)',

    `create table notice_entry (
       application_id uuid primary key references application (id), notice_id uuid not null references public_notice (id),
       line int not null, account_id text not null, division int not null, university text, faculty text,
       unique (notice_id, line))`,
    ...protect('notice_entry', {
      division: 'division',
      university: 'university',
      faculty: 'faculty',
      account: 'account_id',
    }),

    `create table objection (
       id uuid primary key, notice_id uuid not null references public_notice (id), line int not null,
       division int not null, university text not null, contact_sealed text not null, reason_sealed text not null,
       received_at timestamptz not null, status text not null check (status in ('open', 'upheld', 'dismissed')),
       decision_reason text, decided_by text, decided_at timestamptz,
       check ((status = 'open') = (decided_by is null)))`,
    "create index objection_of_notice on objection (notice_id, line) where status = 'open'",
    ...protect('objection', { division: 'division', university: 'university' }),
    // Anybody may object; only university and region read it.
    `create policy objection_filed on objection for insert with check (status = 'open')`,
    audited('objection'),
  ],
};

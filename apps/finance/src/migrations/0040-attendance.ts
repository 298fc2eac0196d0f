import { audited, type Migration, protect } from '@xibu/platform';

export const attendance: Migration = {
  name: '0040-attendance',
  reason: 'the unit says who was there; days without pay and payments on hold bear their reason',
  statements: [
    `create table attendance (
       id uuid primary key, month text not null, division int not null, unit text not null, people int not null,
       confirmed jsonb not null, corrected jsonb, version int not null, unique (month, division, unit))`,
    ...protect('attendance', { division: 'division', unit: 'unit' }),
    audited('attendance'),

    `create table unpaid_day (
       account_id text not null, day date not null, attendance_id uuid not null references attendance (id),
       division int not null, unit text not null, reason text not null, primary key (account_id, day))`,
    'create index unpaid_day_of_attendance on unpaid_day (attendance_id)',
    ...protect('unpaid_day', { division: 'division', unit: 'unit', account: 'account_id' }),
    audited('unpaid_day', 'account_id'),

    `create table payment_hold (
       id uuid primary key, account_id text not null, division int not null, unit text, reason text not null,
       placed jsonb not null, lifted jsonb, lift_reason text, version int not null)`,
    `create unique index payment_hold_of_one on payment_hold (account_id) where lifted is null`,
    'create index payment_hold_of_division on payment_hold (division)',
    ...protect('payment_hold', { division: 'division', unit: 'unit', account: 'account_id' }),
    audited('payment_hold'),
  ],
};

import { audited, type Migration, protect } from '@xibu/platform';

export const bankCards: Migration = {
  name: '0030-bank-cards',
  reason: 'subsidies are paid to a card of the volunteer and of nobody else; the number is sealed',
  statements: [
    `create table bank_card (
       id uuid primary key, account_id text not null, division int not null, number_sealed text not null,
       number_index text not null, last_four text not null, bank_name text not null, warnings jsonb not null,
       status text not null, registered_at timestamptz not null, confirmed jsonb, usable_from date, ended_at timestamptz,
       reason text, version int not null, check ((status = 'confirmed') <= (usable_from is not null)))`,
    // One card is one person's: two people may not even ask for the same one.
    `create unique index bank_card_of_one_person on bank_card (number_index) where status in ('registered', 'confirmed')`,
    `create unique index bank_card_in_use on bank_card (account_id) where status = 'confirmed'`,
    `create unique index bank_card_asked_for on bank_card (account_id) where status = 'registered'`,
    'create index bank_card_of_division on bank_card (division, status)',
    ...protect('bank_card', { division: 'division', account: 'account_id' }),
    audited('bank_card'),
  ],
};

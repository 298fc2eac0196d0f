import {
  type Actor,
  addDays,
  bankCardFaults,
  dateOf,
  type Fact,
  maskBankCard,
  Refusal,
  readBankCard,
  readPersonName,
  rfc3339,
} from '@xibu/domain';
import type { BankCardView, ConfirmBankCardRequest, RegisterBankCardRequest } from '@xibu/domain/finance/api';
import { BankCardConfirmed } from '@xibu/domain/finance/events';
import { requireReason, sign, stepOf } from '../offices/signature.js';
import type { BankCard } from './bank-card.js';

/** The holder as finance knows them. */
export interface Holder {
  readonly accountId: string;
  readonly name: string | null;
  readonly division: number | null;
}

/** What typing a number comes to: digits and warnings, or the Refusal that says what is wrong with it. */
export function readNumber(text: string): { readonly number: string; readonly warnings: readonly 'luhn'[] } {
  const reading = readBankCard(text);
  if (reading.ok) return reading;
  throw new Refusal('bank-card.number-invalid', { pointer: '/number', reason: bankCardFaults[reading.reason].zh });
}

/** A card must be the person's own: the name on it is theirs, letter by letter. */
export function requireOwnName({ holderName }: Pick<RegisterBankCardRequest, 'holderName'>, { name }: Holder): void {
  if (name === null) throw new Refusal('bank-card.person-unknown');
  const given = readPersonName(holderName);
  const own = readPersonName(name);
  const same = given.ok && own.ok ? given.name === own.name : holderName.trim() === name;
  if (!same) throw new Refusal('bank-card.name-differs', { pointer: '/holderName' });
}

export interface Registration {
  readonly id: string;
  readonly number: string;
  readonly warnings: readonly 'luhn'[];
  readonly sealed: string;
  readonly index: string;
}

export function register(
  request: RegisterBankCardRequest,
  { id, number, warnings, sealed, index }: Registration,
  holder: Holder,
  now: Date,
): BankCard {
  requireOwnName(request, holder);
  if (holder.division === null) throw new Refusal('bank-card.not-admitted');
  return {
    ...{ id, accountId: holder.accountId, division: holder.division, numberSealed: sealed, numberIndex: index },
    ...{ lastFour: number.slice(-4), bankName: request.bankName.trim(), warnings, status: 'registered' },
    ...{ registeredAt: now, confirmed: null, usableFrom: null, endedAt: null, reason: null, version: 1 },
  };
}

/**
 * The office has seen the card. A wrong check digit needs the word of the bank. A card that follows another is paid to
 * only after some days, so that whoever it was taken from can object.
 */
export function confirm(
  card: BankCard,
  { bankConfirmed = false }: ConfirmBankCardRequest,
  given: { readonly isChange: boolean; readonly coolingDays: number },
  actor: Actor,
  now: Date,
): [BankCard, Fact] {
  requireRegistered(card);
  if (card.warnings.length > 0 && !bankConfirmed) throw new Refusal('bank-card.bank-not-asked');
  const confirmed: BankCard = {
    ...{ ...card, status: 'confirmed', confirmed: sign(actor, now), version: card.version + 1 },
    usableFrom: addDays(dateOf(now), given.isChange ? given.coolingDays : 0),
  };
  const { accountId, lastFour } = card;
  return [confirmed, BankCardConfirmed(accountId, { accountId, lastFour })];
}

export function refuse(card: BankCard, reason: string, now: Date): BankCard {
  requireRegistered(card);
  return ended(card, 'refused', now, requireReason(reason));
}

/** A card that another one takes the place of: `replaced` when it had been paid to, else `withdrawn`. */
export function giveWay(card: BankCard, now: Date): BankCard {
  return ended(card, card.status === 'confirmed' ? 'replaced' : 'withdrawn', now, null);
}

export function viewOf(card: BankCard, name: string | null): BankCardView {
  const { id, accountId, division, lastFour, bankName, warnings, status, usableFrom, reason, version } = card;
  return {
    ...{ id, accountId, name, division, bankName, warnings, status, usableFrom, reason, version },
    number: maskBankCard(`000000000000${lastFour}`),
    registeredAt: rfc3339(card.registeredAt),
    confirmed: stepOf(card.confirmed),
    endedAt: card.endedAt ? rfc3339(card.endedAt) : null,
  };
}

function ended(card: BankCard, status: BankCard['status'], now: Date, reason: string | null): BankCard {
  return { ...card, status, endedAt: now, reason, version: card.version + 1 };
}

function requireRegistered({ status }: BankCard): void {
  if (status !== 'registered') throw new Refusal('bank-card.wrong-step', { status });
}

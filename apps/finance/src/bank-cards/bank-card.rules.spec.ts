import { expect, test } from '@jest/globals';
import { type BankCardStatus, bankCardStatuses } from '@xibu/domain/finance/api';
import { BankCardConfirmed } from '@xibu/domain/finance/events';
import { expectShape, sampleOf } from '@xibu/platform/testing-samples';
import { codeOf } from '../offices/refusal-code.js';
import { sampleActor } from '../offices/sample-actor.js';
import { sampleCard } from '../sample-year.js';
import { confirm, giveWay, type Holder, readNumber, refuse, register, viewOf } from './bank-card.rules.js';

const now = new Date('2023-08-05T23:30:00+08:00');
const officer = sampleActor('officer');
const holder: Holder = { accountId: 'a1', name: '苏日娜·巴图', division: 152221 };
const request = { number: sampleCard(1), holderName: '苏日娜•巴图', bankName: '示例银行' };
const given = { id: 'i', number: sampleCard(1), warnings: [], sealed: 's', index: 'x' } as const;
const registered = register(request, given, holder, now);
const first = { isChange: false, coolingDays: 3 };

test.each([
  ['blanks between groups', '6228 0000 0000 0000 019', 'done'],
  ['letters', '6228x00000000000019', 'bank-card.number-invalid'],
  ['15 digits', '622800000000000', 'bank-card.number-invalid'],
  ['20 digits', '62280000000000000199', 'bank-card.number-invalid'],
  ['nothing', ' ', 'bank-card.number-invalid'],
])('a number with %s is read or refused', (_, text, code) => {
  expect(codeOf(() => readNumber(text))).toBe(code);
});

test('a wrong check digit is a warning, and the bank has to confirm the number', () => {
  const number = `${sampleCard(1).slice(0, -1)}${(Number(sampleCard(1).at(-1)) + 1) % 10}`;
  const { warnings } = readNumber(number);
  expect(warnings).toEqual(['luhn']);
  const card = register({ ...request, number }, { ...given, number, warnings }, holder, now);
  expect(codeOf(() => confirm(card, {}, first, officer, now))).toBe('bank-card.bank-not-asked');
  expect(codeOf(() => confirm(card, { bankConfirmed: true }, first, officer, now))).toBe('done');
});

test.each([
  ['another name', { holderName: '李明' }, holder, 'bank-card.name-differs'],
  ['the name without its dot', { holderName: '苏日娜巴图' }, holder, 'bank-card.name-differs'],
  ['the name with another dot', { holderName: '苏日娜・巴图' }, holder, 'done'],
  ['a name that is not known yet', {}, { ...holder, name: null }, 'bank-card.person-unknown'],
  ['somebody who was not admitted', {}, { ...holder, division: null }, 'bank-card.not-admitted'],
])('a card of %s: %p', (_, changes, who, code) => {
  expect(codeOf(() => register({ ...request, ...changes }, given, who, now))).toBe(code);
});

test('a first card is paid to at once; one that follows another waits some days', () => {
  const [card, fact] = confirm(registered, {}, first, officer, now);
  expect(card).toMatchObject({
    status: 'confirmed',
    usableFrom: '2023-08-05',
    confirmed: { account: officer.account },
  });
  expect(confirm(registered, {}, { isChange: true, coolingDays: 3 }, officer, now)[0].usableFrom).toBe('2023-08-08');
  expectShape(sampleOf(BankCardConfirmed), fact.data);
  expect(fact).toMatchObject({ key: 'a1', data: { lastFour: sampleCard(1).slice(-4) } });
});

test.each(bankCardStatuses.filter((status) => status !== 'registered'))(
  'nothing is decided about a card that is %s',
  (status) => {
    const card = { ...registered, status: status as BankCardStatus };
    expect(codeOf(() => confirm(card, {}, first, officer, now))).toBe('bank-card.wrong-step');
    expect(codeOf(() => refuse(card, '卡面不清', now))).toBe('bank-card.wrong-step');
  },
);

test('a card is refused with a reason', () => {
  expect(codeOf(() => refuse(registered, ' ', now))).toBe('reason.missing');
  expect(refuse(registered, '卡面不清', now)).toMatchObject({ status: 'refused', reason: '卡面不清' });
});

test('a card that was paid to is replaced, one that was only asked for is withdrawn', () => {
  expect(giveWay(registered, now).status).toBe('withdrawn');
  expect(giveWay(confirm(registered, {}, first, officer, now)[0], now).status).toBe('replaced');
});

test('nobody sees more of a number than its last four digits', () => {
  expect(JSON.stringify(viewOf(registered, '苏日娜·巴图'))).not.toContain(sampleCard(1).slice(0, 8));
  expect(viewOf(registered, null).number).toBe(`************${sampleCard(1).slice(-4)}`);
});

import { expect, test } from '@jest/globals';
import { readPaymentFile, returnFile } from './bank.js';

const paid = [
  'H,xibu-bank/1,152201-202309-01,2023-10-06,2,4889.93',
  'D,1,P0000000000000000001,苏日娜,0000000000000000018,3688.06,2023年9月补贴',
  'D,2,P0000000000000000002,王思宇,0000000000000000026,1201.87,2023年9月补贴',
  `T,2,4889.93,${'0'.repeat(64)}`,
  '',
].join('\n');

test('the bank reads every line of a payment file with its reference, account and amount', () => {
  const { batch, rows } = readPaymentFile(paid);
  expect(batch).toBe('152201-202309-01');
  expect(rows.map(({ reference, amount }) => [reference, amount])).toEqual([
    ['P0000000000000000001', '3688.06'],
    ['P0000000000000000002', '1201.87'],
  ]);
});

test('its answer counts what arrived apart from what failed or came back', () => {
  const { batch, rows } = readPaymentFile(paid);
  const [first, second] = rows;
  if (!first || !second) throw new Error('two rows were written');
  const text = returnFile(batch, '2023-10-08', [
    { row: first, verdict: { status: 'S', reason: '' } },
    { row: second, verdict: { status: 'F', reason: '账号户名不符' } },
  ]);
  expect(text.split('\n')).toEqual([
    'H,xibu-bank-return/1,152201-202309-01,2023-10-08,2',
    'D,1,P0000000000000000001,3688.06,S,,K00000001,2023-10-08',
    'D,2,P0000000000000000002,1201.87,F,账号户名不符,K00000002,',
    'T,1,3688.06,1,1201.87',
    '',
  ]);
});

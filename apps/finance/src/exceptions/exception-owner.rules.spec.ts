import { expect, test } from '@jest/globals';
import type { ExceptionCode } from '@xibu/domain/finance/api';
import { ownerOf } from './exception-owner.rules.js';

test.each<[ExceptionCode, string]>([
  ['no-rate', 'region:150000'],
  ['no-funding', 'region:150000'],
  ['no-base', 'county:152201'],
  ['no-card', 'county:152201'],
  ['hold', 'county:152201'],
  ['not-in-run', 'county:152201'],
  ['unknown-reference', 'county:152201'],
  ['amount-differs', 'county:152201'],
  ['future-date', 'county:152201'],
  ['conflict', 'county:152201'],
])('%s of a county is settled by %s: every exception has an owner (bank-files.md §3)', (code, owner) => {
  expect(ownerOf(code, 152201)).toBe(owner);
});

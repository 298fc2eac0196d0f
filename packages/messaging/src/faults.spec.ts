import { expect, test } from '@jest/globals';
import { Refusal } from '@xibu/domain';
import { QueryFailedError, QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { isOutage } from './faults.js';

const withCode = (code: string): Error => Object.assign(new Error('x'), { code });

test.each(['08006', '08001', '53100', '53300', '55P03', '57P01', '57P03', 'ECONNREFUSED', 'ECONNRESET'])(
  '%s is an outage',
  (code) => {
    expect(isOutage(withCode(code))).toBe(true);
    expect(isOutage(new QueryFailedError('select', [], withCode(code)))).toBe(true);
  },
);

test('a socket in the file system that is missing is an outage, a file is not', () => {
  expect(isOutage(Object.assign(withCode('ENOENT'), { syscall: 'connect' }))).toBe(true);
  expect(isOutage(Object.assign(withCode('ENOENT'), { syscall: 'open' }))).toBe(false);
});

test('a connection that ends in the middle is an outage, however the ORM says so', () => {
  expect(isOutage(new QueryRunnerAlreadyReleasedError())).toBe(true);
  expect(isOutage(new QueryRunnerProviderAlreadyReleasedError())).toBe(true);
  expect(isOutage(new Error('Connection terminated unexpectedly'))).toBe(true);
});

test('an answer that never comes, and a connection that nobody gave back, are outages', () => {
  expect(isOutage(new Error('Query read timeout'))).toBe(true);
  expect(isOutage(new Error('timeout exceeded when trying to connect'))).toBe(true);
});

test.each(['23505', '40001', '40P01', '22P02', 'ENOENT'])('%s is about the fact at hand', (code) => {
  expect(isOutage(withCode(code))).toBe(false);
  expect(isOutage(new QueryFailedError('select', [], withCode(code)))).toBe(false);
});

test.each([new Refusal('request.malformed'), new TypeError('x is not a function'), 'a string', null])(
  '%s is no outage',
  (error) => {
    expect(isOutage(error)).toBe(false);
  },
);

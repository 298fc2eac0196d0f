import { expect, test } from '@jest/globals';
import { ConfigurationError, readConfig, ServiceConfig } from './config.js';

const complete = {
  XIBU_PORT: '4001',
  XIBU_DATABASE_URL: 'postgres://a:b@127.0.0.1:5432/x',
  XIBU_DATABASE_OWNER_URL: 'postgres://o:b@127.0.0.1:5432/x',
  XIBU_BUS: 'kafka',
  XIBU_KAFKA_BROKERS: '127.0.0.1:9092,127.0.0.1:9093',
  XIBU_TOKEN_PUBLIC_KEY: '{}',
  XIBU_FIELD_KEYS: `k1:${Buffer.alloc(32).toString('base64')}`,
  XIBU_BLIND_INDEX_KEY: 'x'.repeat(32),
  XIBU_PUBLIC_URL: 'http://localhost:4000',
  PATH: '/bin',
};

test('a complete configuration is read, with numbers as numbers and defaults in place', () => {
  expect(readConfig(ServiceConfig, complete)).toMatchObject({ port: 4001, clock: 'real', host: '127.0.0.1' });
});

test.each([
  ['a missing variable', { XIBU_DATABASE_URL: undefined }, 'XIBU_DATABASE_URL is missing'],
  ['an unknown one', { XIBU_DATABSE_URL: 'x' }, 'XIBU_DATABSE_URL is not a known variable'],
  ['a wrong one', { XIBU_PORT: 'http' }, 'XIBU_PORT'],
  ['a bus without brokers', { XIBU_KAFKA_BROKERS: undefined }, 'XIBU_KAFKA_BROKERS is missing'],
  ['an embedded bus without a database', { XIBU_BUS: 'embedded' }, 'XIBU_BUS_URL is missing'],
])('%s is an error that names it', (_, change, name) => {
  expect(() => readConfig(ServiceConfig, { ...complete, ...change })).toThrow(ConfigurationError);
  expect(() => readConfig(ServiceConfig, { ...complete, ...change })).toThrow(name);
});

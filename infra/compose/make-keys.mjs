// Prints keys for .env, new ones at each call: node infra/compose/make-keys.mjs >> infra/compose/.env
import { generateKeyPairSync, randomBytes } from 'node:crypto';

const pair = (name) => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const line = (half, key) => `XIBU_${name}_${half}_KEY='${JSON.stringify(key.export({ format: 'jwk' }))}'`;
  return [line('PRIVATE', privateKey), line('PUBLIC', publicKey)];
};
const secret = (name, bytes = 32) => `${name}=${randomBytes(bytes).toString('hex')}`;

console.log(
  [
    ...pair('TOKEN'),
    ...pair('DOCUMENT'),
    `XIBU_FIELD_KEYS=k1:${randomBytes(32).toString('base64')}`,
    ...['XIBU_BLIND_INDEX_KEY', 'XIBU_INTERNAL_KEY', 'XIBU_BOOTSTRAP_KEY'].map((name) => secret(name)),
    `KAFKA_CLUSTER_ID=${randomBytes(16).toString('base64url')}`,
    ...['POSTGRES_PASSWORD', 'XIBU_DATABASE_PASSWORD'].map((name) => secret(name, 16)),
  ].join('\n'),
);
